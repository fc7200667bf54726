with final as (

    {{ without_copies('fact_attendance', 'attendance_sk', 'event_sk, no_show') }}

)

select * from final
