with final as (

    select attendance_sk, fan_sk, date_key, event_sk, no_show from landing.fact_attendance as r left join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_attendance') as c on c.repeated_key = r.attendance_sk where c.repeated_key is null union all select attendance_sk, fan_sk, date_key, event_sk, no_show from landing.fact_attendance as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_attendance') as c on c.repeated_key = r.attendance_sk qualify row_number() over (partition by r.attendance_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last, event_sk asc nulls last, no_show asc nulls last) = 1

)

select * from final
