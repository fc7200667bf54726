-- Fans behind what happened on D, per department and metric: a day of fewer than K_MIN fans is not told.
with fans as (

    select fan_sk, cell_id
    from work_run_now.int_insight_fans

),

products as (

    select product_sk, category
    from work_run_now.stg_products

),

deeds as (

    select fan_sk, 'touches' as metric
    from work_run_now.stg_engagement
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 0)) * 10000 + extract(month from (cast('2025-03-01' as date) - 0)) * 100 + extract(day from (cast('2025-03-01' as date) - 0)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
    union all
    select fan_sk, 'email_opens' as metric
    from work_run_now.stg_engagement
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 0)) * 10000 + extract(month from (cast('2025-03-01' as date) - 0)) * 100 + extract(day from (cast('2025-03-01' as date) - 0)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) and engagement_type = 'email_open'
    union all
    select fan_sk, 'revenue' as metric
    from work_run_now.stg_spend
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 0)) * 10000 + extract(month from (cast('2025-03-01' as date) - 0)) * 100 + extract(day from (cast('2025-03-01' as date) - 0)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
    union all
    select fan_sk, 'purchases' as metric
    from work_run_now.stg_spend
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 0)) * 10000 + extract(month from (cast('2025-03-01' as date) - 0)) * 100 + extract(day from (cast('2025-03-01' as date) - 0)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) and coalesce(net_revenue, 0) >= 0
    union all
    select s.fan_sk, 'donations' as metric
    from work_run_now.stg_spend as s
    inner join products as p on p.product_sk = s.product_sk
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 0)) * 10000 + extract(month from (cast('2025-03-01' as date) - 0)) * 100 + extract(day from (cast('2025-03-01' as date) - 0)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) and p.category = 'Donation'
    union all
    select fan_sk, 'attendances' as metric
    from work_run_now.stg_attendance
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 0)) * 10000 + extract(month from (cast('2025-03-01' as date) - 0)) * 100 + extract(day from (cast('2025-03-01' as date) - 0)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) and event_sk is not null and not coalesce(no_show, false)
    union all
    select fan_sk, 'complaints' as metric
    from work_run_now.stg_sentiment
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 0)) * 10000 + extract(month from (cast('2025-03-01' as date) - 0)) * 100 + extract(day from (cast('2025-03-01' as date) - 0)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) and sentiment_source = 'Complaint'
    union all
    select fan_sk, 'referrals' as metric
    from work_run_now.stg_advocacy
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 0)) * 10000 + extract(month from (cast('2025-03-01' as date) - 0)) * 100 + extract(day from (cast('2025-03-01' as date) - 0)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) and advocacy_type = 'Referral'

),

by_cell as (

    select d.metric, f.cell_id, count(distinct d.fan_sk) as active_fans
    from deeds as d
    inner join fans as f on f.fan_sk = d.fan_sk
    group by d.metric, f.cell_id

),

-- A fan is in one cell, so cells add up.
final as (

    select m.department, b.metric, cast(sum(b.active_fans) as bigint) as active_fans
    from by_cell as b
    inner join work_run_now.int_insight_members as m on m.cell_id = b.cell_id
    where m.dimension = 'all'
    group by m.department, b.metric

)

select * from final
