with final as (

    select advocacy_sk, fan_sk, date_key, advocacy_type, reach_count, conversion from landing.fact_advocacy as r left join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_advocacy') as c on c.repeated_key = r.advocacy_sk where c.repeated_key is null union all select advocacy_sk, fan_sk, date_key, advocacy_type, reach_count, conversion from landing.fact_advocacy as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_advocacy') as c on c.repeated_key = r.advocacy_sk qualify row_number() over (partition by r.advocacy_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last, advocacy_type asc nulls last, reach_count asc nulls last, conversion asc nulls last) = 1

)

select * from final
