-- What became of the fans of a past run: how many were at risk then, and how many have done nothing for the 90 days
-- since. Binds: run_id, score_date, that day as a key and the last day as a key, three times.
with fans as (

    select e.fan_sk, e.churn_source, e.churn_model, e.churn_risk >= 70 as was_flagged
    from analytics.mart_wonderscore_extended as e
    where
        e.run_id = ?
        and e.score_date = cast(? as date)
        and true

),

seen as (

    select fan_sk
    from landing.fact_engagement
    where date_key > ? and date_key <= ? and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))
    union all
    select fan_sk
    from landing.fact_attendance
    where date_key > ? and date_key <= ? and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))
        and event_sk is not null
        and not coalesce(no_show, false)
    union all
    select fan_sk
    from landing.fact_spend
    where date_key > ? and date_key <= ? and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))
        and coalesce(net_revenue, 0) >= 0

),

seen_fans as (

    select distinct fan_sk
    from seen

),

final as (

    select
        max(f.churn_source) as churn_source,
        max(f.churn_model) as churn_model,
        count(case when f.was_flagged then 1 end) as flagged,
        count(case when f.was_flagged and s.fan_sk is null then 1 end) as lapsed,
        count(case when not f.was_flagged then 1 end) as others,
        count(case when not f.was_flagged and s.fan_sk is null then 1 end) as others_lapsed
    from fans as f
    left join seen_fans as s on s.fan_sk = f.fan_sk

)

select * from final
