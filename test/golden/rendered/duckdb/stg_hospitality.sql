with kept as (

    select hospitality_sk, fan_sk, date_key, event_sk, fb_spend, service_rating from landing.fact_hospitality as r left join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_hospitality') as c on c.repeated_key = r.hospitality_sk where c.repeated_key is null union all select hospitality_sk, fan_sk, date_key, event_sk, fb_spend, service_rating from landing.fact_hospitality as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_hospitality') as c on c.repeated_key = r.hospitality_sk qualify row_number() over (partition by r.hospitality_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last, event_sk asc nulls last, fb_spend asc nulls last, service_rating asc nulls last) = 1

),

final as (

    select
        hospitality_sk,
        fan_sk,
        date_key,
        event_sk,
        fb_spend,
        case when service_rating between 1 and 5 then service_rating end as valid_service_rating,
        case when service_rating not between 1 and 5 then 1 else 0 end as values_out_of_range
    from kept

)

select * from final
