with final as (

    select engagement_sk, fan_sk, date_key, engagement_type, engagement_channel, session_id, time_on_page_seconds, device_type from landing.fact_engagement as r left join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_engagement') as c on c.repeated_key = r.engagement_sk where c.repeated_key is null union all select engagement_sk, fan_sk, date_key, engagement_type, engagement_channel, session_id, time_on_page_seconds, device_type from landing.fact_engagement as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_engagement') as c on c.repeated_key = r.engagement_sk qualify row_number() over (partition by r.engagement_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last, engagement_type asc nulls last, engagement_channel asc nulls last, session_id asc nulls last, time_on_page_seconds asc nulls last, device_type asc nulls last) = 1

)

select * from final
