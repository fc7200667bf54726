

-- The rows that staging drops as copies, so that they can be counted without reading whole facts again.
with spend_copies as (

    select s.fan_sk, s.date_key, s.spend_sk, s.transaction_id as repeated_id, cast(null as bigint) as repeated_key
    from landing.fact_spend as s
    inner join work_run_now.stg_repeated_transactions as r on r.transaction_id = s.transaction_id
    union all
    select s.fan_sk, s.date_key, s.spend_sk, cast(null as varchar) as repeated_id, s.spend_sk as repeated_key
    from landing.fact_spend as s
    inner join work_run_now.stg_repeated_transactions as r on r.spend_sk = s.spend_sk
    where s.transaction_id is null

),

dropped_spend as (

    select fan_sk, date_key
    from spend_copies
    qualify row_number() over (
        partition by repeated_id, repeated_key
        order by spend_sk asc nulls last, fan_sk asc nulls last, date_key asc nulls last
    ) > 1

),

final as (

    select 'fact_engagement' as source_table, fan_sk, date_key from landing.fact_engagement as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_engagement') as c on c.repeated_key = r.engagement_sk qualify row_number() over (partition by r.engagement_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last) > 1
    union all
    select 'fact_spend' as source_table, fan_sk, date_key from dropped_spend
    union all
    select 'fact_loyalty' as source_table, fan_sk, date_key from landing.fact_loyalty as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_loyalty') as c on c.repeated_key = r.loyalty_sk qualify row_number() over (partition by r.loyalty_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last) > 1
    union all
    select 'fact_sentiment' as source_table, fan_sk, date_key from landing.fact_sentiment as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_sentiment') as c on c.repeated_key = r.sentiment_sk qualify row_number() over (partition by r.sentiment_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last) > 1
    union all
    select 'fact_attendance' as source_table, fan_sk, date_key from landing.fact_attendance as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_attendance') as c on c.repeated_key = r.attendance_sk qualify row_number() over (partition by r.attendance_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last) > 1
    union all
    select 'fact_hospitality' as source_table, fan_sk, date_key from landing.fact_hospitality as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_hospitality') as c on c.repeated_key = r.hospitality_sk qualify row_number() over (partition by r.hospitality_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last) > 1
    union all
    select 'fact_advocacy' as source_table, fan_sk, date_key from landing.fact_advocacy as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_advocacy') as c on c.repeated_key = r.advocacy_sk qualify row_number() over (partition by r.advocacy_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last) > 1

)

select * from final
