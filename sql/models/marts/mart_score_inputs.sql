-- What went into the scores, per fan: the receipts are written from it.
with population as (

    select fan_sk, wonder_id
    from {{ ref('int_population') }}

),

inputs as (

    select *
    from {{ ref('int_fan_inputs') }}

),

hospitality as (

    select *
    from {{ ref('hospitality_experience_score') }}

),

digital as (

    select *
    from {{ ref('digital_affinity_score') }}

),

efficiency as (

    select fan_sk, efficiency_revenue, reward_cost
    from {{ ref('revenue_efficiency_score') }}

),

churn as (

    select fan_sk, days_since_engagement, spend_rate_ratio, engagement_rate_ratio, sentiment_shift
    from {{ ref('churn_risk') }}

),

final as (

    select
        p.fan_sk,
        p.wonder_id,
        i.attended_days,
        i.web_sessions,
        i.email_opens,
        i.digital_activity,
        i.social_posts,
        i.courses,
        i.account_age_days,
        i.redemptions,
        i.tier_changes,
        i.revenue,
        i.purchase_days,
        i.days_since_purchase,
        i.categories,
        cast(i.nps_average as decimal(12, 6)) as nps_average,
        cast(i.review_average as decimal(12, 6)) as review_average,
        cast(i.social_average as decimal(12, 6)) as social_average,
        i.complaints,
        i.referrals,
        i.conversions,
        i.reach,
        i.hostings,
        cast(h.service_average as decimal(12, 6)) as service_average,
        h.fb_average,
        h.hospitality_days,
        h.experiences,
        {{ share('h.fb_rank') }} as fb_rank,
        {{ share('h.hospitality_days_rank') }} as hospitality_days_rank,
        d.digital_sessions,
        d.digital_seconds,
        d.clicks,
        d.impressions,
        {{ share('d.click_rate') }} as click_rate,
        {{ share('d.mobile_share') }} as mobile_share,
        {{ share('d.sessions_rank') }} as sessions_rank,
        {{ share('d.seconds_rank') }} as seconds_rank,
        f.efficiency_revenue,
        f.reward_cost,
        c.days_since_engagement,
        {{ ratio('c.spend_rate_ratio') }} as spend_rate_ratio,
        {{ ratio('c.engagement_rate_ratio') }} as engagement_rate_ratio,
        cast(c.sentiment_shift as decimal(12, 6)) as sentiment_shift,
        {{ run_columns() }}
    from population as p
    inner join inputs as i on i.fan_sk = p.fan_sk
    left join hospitality as h on h.fan_sk = p.fan_sk
    left join digital as d on d.fan_sk = p.fan_sk
    left join efficiency as f on f.fan_sk = p.fan_sk
    inner join churn as c on c.fan_sk = p.fan_sk

)

select * from final
