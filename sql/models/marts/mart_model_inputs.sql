{{ config(meta={'stage': 'clean'}) }}

-- Inputs of the models that no score has: one row per fan.
with population as (

    select fan_sk
    from {{ ref('int_population') }}

),

engagement as (

    select fan_sk, recent_engagement_rows, days_since_engagement
    from {{ ref('int_engagement_counts') }}

),

earlier as (

    select fan_sk, days_since_engagement
    from {{ ref('int_engagement_last') }}

),

spend as (

    select fan_sk, revenue, recent_revenue
    from {{ ref('int_spend') }}

),

lifetime as (

    select fan_sk, lifetime_value, orders
    from {{ ref('int_spend_lifetime') }}

),

final as (

    select
        p.fan_sk,
        coalesce(e.days_since_engagement, l.days_since_engagement, {{ var('longest_silence_days') }}) as days_since_last_engagement,
        coalesce(s.recent_revenue, 0) as spend_last_30d,
        {{ money('s.revenue - s.recent_revenue') }} as spend_prior_60d,
        coalesce(e.recent_engagement_rows, 0) as engagements_last_30d,
        coalesce(t.lifetime_value, 0) as total_spend_lifetime,
        coalesce(t.orders, 0) as orders_lifetime,
        {{ run_columns() }}
    from population as p
    left join engagement as e on e.fan_sk = p.fan_sk
    left join earlier as l on l.fan_sk = p.fan_sk
    left join spend as s on s.fan_sk = p.fan_sk
    left join lifetime as t on t.fan_sk = p.fan_sk

)

select * from final
