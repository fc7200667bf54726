with source as (

    select
        engagement_sk,
        fan_sk,
        date_key,
        engagement_type,
        engagement_channel,
        session_id,
        time_on_page_seconds,
        device_type
    from {{ source('landing', 'fact_engagement') }}

),

copies as (

    select repeated_key
    from {{ ref('stg_repeated_keys') }}
    where source_table = 'fact_engagement'

),

final as (

    {{ without_copies('source', 'engagement_sk', 'copies') }}

)

select * from final
