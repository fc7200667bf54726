with source as (

    select
        loyalty_sk,
        fan_sk,
        date_key,
        activity_type,
        tier_before,
        tier_after,
        reward_value
    from {{ source('landing', 'fact_loyalty') }}

),

copies as (

    select repeated_key
    from {{ ref('stg_repeated_keys') }}
    where source_table = 'fact_loyalty'

),

final as (

    {{ without_copies('source', 'loyalty_sk', 'copies') }}

)

select * from final
