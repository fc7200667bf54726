with source as (

    select
        advocacy_sk,
        fan_sk,
        date_key,
        advocacy_type,
        reach_count,
        conversion
    from {{ source('landing', 'fact_advocacy') }}

),

copies as (

    select repeated_key
    from {{ ref('stg_repeated_keys') }}
    where source_table = 'fact_advocacy'

),

final as (

    {{ without_copies('source', 'advocacy_sk', 'copies') }}

)

select * from final
