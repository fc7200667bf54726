-- What happened per day and cell of fans: each fact is read once, for the days that insights look at.
with fans as (

    select fan_sk, cell_id
    from work_run_now.int_insight_fans

),

engagement as (

    select
        r.date_key,
        f.cell_id,
        count(*) as touches,
        count(case when r.engagement_type = 'email_open' then 1 end) as email_opens
    from work_run_now.stg_engagement as r
    inner join fans as f on f.fan_sk = r.fan_sk
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 84)) * 10000 + extract(month from (cast('2025-03-01' as date) - 84)) * 100 + extract(day from (cast('2025-03-01' as date) - 84)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
    group by r.date_key, f.cell_id

),

products as (

    select product_sk, category
    from work_run_now.stg_products

),

-- A negative row is a refund: it lowers revenue and is no purchase.
spend as (

    select
        r.date_key,
        f.cell_id,
        count(case when coalesce(r.net_revenue, 0) >= 0 then 1 end) as purchases,
        sum(coalesce(r.net_revenue, 0)) as revenue,
        sum(case when p.category = 'Donation' then coalesce(r.net_revenue, 0) else 0 end) as donations
    from work_run_now.stg_spend as r
    inner join fans as f on f.fan_sk = r.fan_sk
    left join products as p on p.product_sk = r.product_sk
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 84)) * 10000 + extract(month from (cast('2025-03-01' as date) - 84)) * 100 + extract(day from (cast('2025-03-01' as date) - 84)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
    group by r.date_key, f.cell_id

),

attendance as (

    select r.date_key, f.cell_id, count(*) as attendances
    from work_run_now.stg_attendance as r
    inner join fans as f on f.fan_sk = r.fan_sk
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 84)) * 10000 + extract(month from (cast('2025-03-01' as date) - 84)) * 100 + extract(day from (cast('2025-03-01' as date) - 84)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
        and r.event_sk is not null
        and not coalesce(r.no_show, false)
    group by r.date_key, f.cell_id

),

sentiment as (

    select r.date_key, f.cell_id, count(case when r.sentiment_source = 'Complaint' then 1 end) as complaints
    from work_run_now.stg_sentiment as r
    inner join fans as f on f.fan_sk = r.fan_sk
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 84)) * 10000 + extract(month from (cast('2025-03-01' as date) - 84)) * 100 + extract(day from (cast('2025-03-01' as date) - 84)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
    group by r.date_key, f.cell_id

),

advocacy as (

    select r.date_key, f.cell_id, count(case when r.advocacy_type = 'Referral' then 1 end) as referrals
    from work_run_now.stg_advocacy as r
    inner join fans as f on f.fan_sk = r.fan_sk
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 84)) * 10000 + extract(month from (cast('2025-03-01' as date) - 84)) * 100 + extract(day from (cast('2025-03-01' as date) - 84)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
    group by r.date_key, f.cell_id

),

counted as (

    select date_key, cell_id, touches, email_opens, 0 as purchases, 0 as revenue, 0 as donations, 0 as attendances, 0 as complaints, 0 as referrals
    from engagement
    union all
    select date_key, cell_id, 0 as touches, 0 as email_opens, purchases, revenue, donations, 0 as attendances, 0 as complaints, 0 as referrals
    from spend
    union all
    select date_key, cell_id, 0 as touches, 0 as email_opens, 0 as purchases, 0 as revenue, 0 as donations, attendances, 0 as complaints, 0 as referrals
    from attendance
    union all
    select date_key, cell_id, 0 as touches, 0 as email_opens, 0 as purchases, 0 as revenue, 0 as donations, 0 as attendances, complaints, 0 as referrals
    from sentiment
    union all
    select date_key, cell_id, 0 as touches, 0 as email_opens, 0 as purchases, 0 as revenue, 0 as donations, 0 as attendances, 0 as complaints, referrals
    from advocacy

),

final as (

    select
        d.days_before,
        c.cell_id,
        cast(least(greatest(coalesce(sum(c.touches), 0), -9007199254740991), 9007199254740991) as bigint) as touches,
        cast(least(greatest(coalesce(sum(c.email_opens), 0), -9007199254740991), 9007199254740991) as bigint) as email_opens,
        cast(least(greatest(coalesce(sum(c.purchases), 0), -9007199254740991), 9007199254740991) as bigint) as purchases,
        cast(least(greatest(coalesce(sum(c.revenue), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as revenue,
        cast(least(greatest(coalesce(sum(c.donations), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as donations,
        cast(least(greatest(coalesce(sum(c.attendances), 0), -9007199254740991), 9007199254740991) as bigint) as attendances,
        cast(least(greatest(coalesce(sum(c.complaints), 0), -9007199254740991), 9007199254740991) as bigint) as complaints,
        cast(least(greatest(coalesce(sum(c.referrals), 0), -9007199254740991), 9007199254740991) as bigint) as referrals
    from counted as c
    inner join work_run_now.int_insight_days as d on d.date_key = c.date_key
    group by d.days_before, c.cell_id

)

select * from final
