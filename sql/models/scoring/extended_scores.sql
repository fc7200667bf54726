{{ config(materialized='view', meta={'stage': 'extend'}) }}

-- The extended scores and the rule-based churn risk, in one pass over the inputs. Hospitality and digital affinity are
-- ranked among the fans who have any, efficiency is for those with spend or rewards; the others have none.
with inputs as (

    select *
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

guests as (

    select fb_average, hospitality_days
    from inputs
    where experiences is not null

),

engaged as (

    select digital_sessions, digital_seconds
    from inputs
    where engagement_rows is not null

),

fb_ranks as ({{ rank_by_value('guests', 'fb_average') }}),
hospitality_days_ranks as ({{ rank_by_value('guests', 'hospitality_days') }}),
sessions_ranks as ({{ rank_by_value('engaged', 'digital_sessions') }}),
seconds_ranks as ({{ rank_by_value('engaged', 'digital_seconds') }}),

-- Churn: how long silent, and how spend, engagement and sentiment of W30 stand against those of P60.
ranked as (

    select
        i.*,
        fb.percent_rank_of_value as fb_rank,
        d.percent_rank_of_value as hospitality_days_rank,
        cast(i.experiences - 1 as double) / i.experiences as repeat_share,
        s.percent_rank_of_value as sessions_rank,
        t.percent_rank_of_value as seconds_rank,
        {{ number(var('churn_weights').inactivity) }} * coalesce(i.days_since_engagement, {{ var('window_days') }}) / {{ var('window_days') }} as inactivity_points,
        {{ number(var('churn_weights').spend) }} * (1 - {{ clip('i.spend_rate_ratio', 0, 2) }}) as spend_points,
        {{ number(var('churn_weights').engagement) }} * (1 - {{ clip('i.engagement_rate_ratio', 0, 2) }}) as engagement_points,
        {{ number(var('churn_weights').sentiment) }} * abs({{ clip('i.sentiment_shift', '-' ~ var('churn_sentiment_fall'), 0) }}) / {{ var('churn_sentiment_fall') }} as sentiment_points
    from inputs as i
    left join fb_ranks as fb on fb.ranked_value = i.fb_average
    left join hospitality_days_ranks as d on d.ranked_value = i.hospitality_days
    left join sessions_ranks as s on s.ranked_value = i.digital_sessions
    left join seconds_ranks as t on t.ranked_value = i.digital_seconds

),

final as (

    select
        fan_sk,
        wonder_id,
        account_age_days,
        lifetime_value,
        total_events_attended,
        case when experiences is not null then {{ score(clip(number(var('hospitality_weights').service) ~ ' * coalesce(service_average, ' ~ number(var('service_default')) ~ ') / 5 * 100 + ' ~ weighted(var('hospitality_weights').fb, 'fb_rank') ~ ' + ' ~ weighted(var('hospitality_weights').frequency, 'hospitality_days_rank') ~ ' + ' ~ weighted(var('hospitality_weights').repeat, 'repeat_share'), 0, 100)) }} end as hospitality_experience_score,
        case when engagement_rows is not null then {{ score(weighted(var('digital_weights').sessions, 'sessions_rank') ~ ' + ' ~ weighted(var('digital_weights').seconds, 'seconds_rank') ~ ' + ' ~ weighted(var('digital_weights').click_rate, 'click_rate') ~ ' + ' ~ weighted(var('digital_weights').mobile, 'mobile_share')) }} end as digital_affinity_score,
        case when reward_cost > 0 then {{ score(clip(number(var('efficiency_factor')) ~ ' * efficiency_revenue / cast(reward_cost as double)', 0, 100)) }} when reward_cost is not null then {{ score(var('efficiency_default')) }} end as revenue_efficiency_score,
        {{ score(clip('inactivity_points + spend_points + engagement_points + sentiment_points', 0, 100)) }} as churn_risk_score,
        {{ share('fb_rank') }} as fb_rank,
        {{ share('hospitality_days_rank') }} as hospitality_days_rank,
        {{ share('sessions_rank') }} as sessions_rank,
        {{ share('seconds_rank') }} as seconds_rank
    from ranked

)

select * from final
