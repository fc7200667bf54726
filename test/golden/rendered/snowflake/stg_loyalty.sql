with final as (

    select loyalty_sk, fan_sk, date_key, activity_type, tier_before, tier_after, reward_value from landing.fact_loyalty as r left join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_loyalty') as c on c.repeated_key = r.loyalty_sk where c.repeated_key is null union all select loyalty_sk, fan_sk, date_key, activity_type, tier_before, tier_after, reward_value from landing.fact_loyalty as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_loyalty') as c on c.repeated_key = r.loyalty_sk qualify row_number() over (partition by r.loyalty_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last, activity_type asc nulls last, tier_before asc nulls last, tier_after asc nulls last, reward_value asc nulls last) = 1

)

select * from final
