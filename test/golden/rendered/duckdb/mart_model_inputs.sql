

-- Inputs of the models that no score has: one row per fan.
with population as (

    select fan_sk
    from work_run_now.int_population

),

engagement as (

    select fan_sk, recent_engagement_rows, days_since_engagement
    from work_run_now.int_engagement_counts

),

earlier as (

    select fan_sk, days_since_engagement
    from work_run_now.int_engagement_last

),

spend as (

    select fan_sk, revenue, recent_revenue
    from work_run_now.int_spend

),

lifetime as (

    select fan_sk, lifetime_value, orders
    from work_run_now.int_spend_lifetime

),

final as (

    select
        p.fan_sk,
        coalesce(e.days_since_engagement, l.days_since_engagement, 365) as days_since_last_engagement,
        coalesce(s.recent_revenue, 0) as spend_last_30d,
        cast(least(greatest(coalesce(s.revenue - s.recent_revenue, 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as spend_prior_60d,
        coalesce(e.recent_engagement_rows, 0) as engagements_last_30d,
        coalesce(t.lifetime_value, 0) as total_spend_lifetime,
        coalesce(t.orders, 0) as orders_lifetime,
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from population as p
    left join engagement as e on e.fan_sk = p.fan_sk
    left join earlier as l on l.fan_sk = p.fan_sk
    left join spend as s on s.fan_sk = p.fan_sk
    left join lifetime as t on t.fan_sk = p.fan_sk

)

select * from final
