with source as (

    select
        attendance_sk,
        fan_sk,
        date_key,
        event_sk,
        no_show
    from {{ source('landing', 'fact_attendance') }}

),

copies as (

    select repeated_key
    from {{ ref('stg_repeated_keys') }}
    where source_table = 'fact_attendance'

),

final as (

    {{ without_copies('source', 'attendance_sk', 'copies') }}

)

select * from final
