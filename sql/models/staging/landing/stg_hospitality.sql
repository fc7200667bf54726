with source as (

    select
        hospitality_sk,
        fan_sk,
        date_key,
        event_sk,
        fb_spend,
        {{ within('service_rating', 1, 5) }} as valid_service_rating,
        case when service_rating not between 1 and 5 then 1 else 0 end as values_out_of_range
    from {{ source('landing', 'fact_hospitality') }}

),

copies as (

    select repeated_key
    from {{ ref('stg_repeated_keys') }}
    where source_table = 'fact_hospitality'

),

final as (

    {{ without_copies('source', 'hospitality_sk', 'copies') }}

)

select * from final
