-- A negative row is a refund: it lowers revenue and is no purchase. A null one adds nothing and is a purchase.
with spend as (

    select fan_sk, date_key, product_sk, net_revenue
    from work_run_now.stg_spend
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 90)) * 10000 + extract(month from (cast('2025-03-01' as date) - 90)) * 100 + extract(day from (cast('2025-03-01' as date) - 90)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)

),

products as (

    select product_sk, category
    from work_run_now.stg_products

),

days as (

    select date_key, days_before, is_recent
    from work_run_now.int_window_days

),

rows_in_window as (

    select
        s.fan_sk,
        s.date_key,
        s.product_sk,
        p.category,
        d.days_before,
        d.is_recent,
        coalesce(s.net_revenue, 0) as revenue,
        coalesce(s.net_revenue, 0) >= 0 as is_purchase
    from spend as s
    inner join days as d on d.date_key = s.date_key
    left join products as p on p.product_sk = s.product_sk

),

final as (

    select
        fan_sk,
        count(*) as spend_rows,
        count(case when is_purchase then 1 end) as purchases,
        cast(least(greatest(coalesce(sum(revenue), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as revenue,
        cast(least(greatest(coalesce(sum(case when is_recent then revenue else 0 end), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as recent_revenue,
        count(distinct case when is_purchase then date_key end) as purchase_days,
        min(case when is_purchase then days_before end) as days_since_purchase,
        count(distinct case when is_purchase then category end) as categories,
        count(distinct case when is_purchase and category = 'Learning' then product_sk end) as courses
    from rows_in_window
    group by fan_sk

)

select * from final
