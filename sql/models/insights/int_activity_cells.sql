-- What happened per day and cell of fans: each fact is read once, for the days that insights look at.
with fans as (

    select fan_sk, cell_id
    from {{ ref('int_insight_fans') }}

),

engagement as (

    select
        r.date_key,
        f.cell_id,
        count(*) as touches,
        count(case when r.engagement_type = 'email_open' then 1 end) as email_opens
    from {{ ref('stg_engagement') }} as r
    inner join fans as f on f.fan_sk = r.fan_sk
    where {{ in_window(var('insights').history_days) }}
    group by r.date_key, f.cell_id

),

products as (

    select product_sk, category
    from {{ ref('stg_products') }}

),

-- A negative row is a refund: it lowers revenue and is no purchase.
spend as (

    select
        r.date_key,
        f.cell_id,
        count(case when coalesce(r.net_revenue, 0) >= 0 then 1 end) as purchases,
        sum(coalesce(r.net_revenue, 0)) as revenue,
        sum(case when p.category = '{{ var("insights").donation_category }}' then coalesce(r.net_revenue, 0) else 0 end) as donations
    from {{ ref('stg_spend') }} as r
    inner join fans as f on f.fan_sk = r.fan_sk
    left join products as p on p.product_sk = r.product_sk
    where {{ in_window(var('insights').history_days) }}
    group by r.date_key, f.cell_id

),

attendance as (

    select r.date_key, f.cell_id, count(*) as attendances
    from {{ ref('stg_attendance') }} as r
    inner join fans as f on f.fan_sk = r.fan_sk
    where {{ in_window(var('insights').history_days) }}
        and r.event_sk is not null
        and not coalesce(r.no_show, false)
    group by r.date_key, f.cell_id

),

sentiment as (

    select r.date_key, f.cell_id, count(case when r.sentiment_source = 'Complaint' then 1 end) as complaints
    from {{ ref('stg_sentiment') }} as r
    inner join fans as f on f.fan_sk = r.fan_sk
    where {{ in_window(var('insights').history_days) }}
    group by r.date_key, f.cell_id

),

advocacy as (

    select r.date_key, f.cell_id, count(case when r.advocacy_type = 'Referral' then 1 end) as referrals
    from {{ ref('stg_advocacy') }} as r
    inner join fans as f on f.fan_sk = r.fan_sk
    where {{ in_window(var('insights').history_days) }}
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
        {{ whole('sum(c.touches)') }} as touches,
        {{ whole('sum(c.email_opens)') }} as email_opens,
        {{ whole('sum(c.purchases)') }} as purchases,
        {{ money('sum(c.revenue)') }} as revenue,
        {{ money('sum(c.donations)') }} as donations,
        {{ whole('sum(c.attendances)') }} as attendances,
        {{ whole('sum(c.complaints)') }} as complaints,
        {{ whole('sum(c.referrals)') }} as referrals
    from counted as c
    inner join {{ ref('int_insight_days') }} as d on d.date_key = c.date_key
    group by d.days_before, c.cell_id

)

select * from final
