{{ config(meta={'stage': 'extend'}) }}

with population as (

    select fan_sk, marketing_opt_in
    from {{ ref('int_population') }}

),

daily as (

    select
        fan_sk, wonder_score, wonder_score_tier, engagement_score, value_score, sentiment_score, advocacy_score,
        loyalty_tier, primary_sport, primary_affiliation
    from {{ ref('mart_wonderscore_daily') }}
    where {{ of_this_run() }}

),

extended as (

    select
        fan_sk, hospitality_experience_score, digital_affinity_score, revenue_efficiency_score, churn_risk,
        lifetime_value
    from {{ ref('mart_wonderscore_extended') }}
    where {{ of_this_run() }}

),

inputs as (

    select fan_sk, revenue, attended_days, email_opens, referrals, hostings
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

fans as (

    select d.*, p.marketing_opt_in, e.hospitality_experience_score, e.digital_affinity_score, e.revenue_efficiency_score, e.churn_risk, e.lifetime_value, i.revenue, i.attended_days, i.email_opens, i.referrals, i.hostings
    from daily as d
    inner join population as p on p.fan_sk = d.fan_sk
    inner join extended as e on e.fan_sk = d.fan_sk
    inner join inputs as i on i.fan_sk = d.fan_sk

),

final as (

    {{ department_totals('executive', 'wonder_score_tier', 'true') }}
    union all
    {{ department_totals('athletics', 'primary_sport', var('department_scopes').athletics) }}
    union all
    {{ department_totals('marketing', 'primary_affiliation', var('department_scopes').marketing) }}
    union all
    {{ department_totals('finance', 'loyalty_tier', var('department_scopes').finance) }}
    union all
    {{ department_totals('alumni', 'primary_sport', var('department_scopes').alumni) }}

)

select * from final
