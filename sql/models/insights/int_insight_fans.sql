-- One row per scored fan with its cell and what insights need of its scores.
with population as (

    select fan_sk, primary_sport, primary_affiliation, loyalty_tier, marketing_opt_in
    from {{ ref('int_population') }}

),

cells as (

    select cell_id, primary_sport, primary_affiliation, loyalty_tier, marketing_opt_in
    from {{ ref('int_insight_cells') }}

),

daily as (

    select fan_sk, wonder_score, engagement_score, value_score, advocacy_score
    from {{ ref('mart_wonderscore_daily') }}
    where {{ of_this_run() }}

),

extended as (

    select
        fan_sk, churn_risk, churn_probability, churn_source, predicted_ltv, account_age_days,
        hospitality_experience_score, digital_affinity_score, revenue_efficiency_score
    from {{ ref('mart_wonderscore_extended') }}
    where {{ of_this_run() }}

),

inputs as (

    select fan_sk, revenue, hostings
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

-- Consent is the fan's in every row that shares the key, as for names.
consenting as (

    select fan_sk
    from {{ source('landing', 'dim_fan') }}
    where fan_sk is not null
    group by fan_sk
    having min(case when gdpr_consent then 1 else 0 end) = 1

),

final as (

    select
        p.fan_sk,
        c.cell_id,
        d.wonder_score,
        i.revenue,
        e.churn_probability,
        e.predicted_ltv,
        e.churn_source = 'model' and e.churn_probability is not null as is_predicted,
        p.marketing_opt_in and g.fan_sk is not null as is_contactable,
        e.churn_risk >= {{ var('segments').at_risk_min }} as is_at_risk,
        d.value_score >= {{ var('segments').high_value_min }} as is_high_value,
        d.engagement_score < {{ var('segments').inactive_below }} as is_inactive,
        d.advocacy_score >= {{ var('segments').advocates_min }} and i.hostings = 0 as is_quiet_advocate,
        coalesce(e.account_age_days <= {{ var('segments').new_member_days }}, false) as is_new,
        e.hospitality_experience_score is not null as has_hospitality,
        e.digital_affinity_score is not null as has_digital,
        e.revenue_efficiency_score is not null as has_efficiency
    from population as p
    inner join cells as c
        on coalesce(c.primary_sport, '') = coalesce(p.primary_sport, '')
        and coalesce(c.primary_affiliation, '') = coalesce(p.primary_affiliation, '')
        and coalesce(c.loyalty_tier, '') = coalesce(p.loyalty_tier, '')
        and c.marketing_opt_in = p.marketing_opt_in
    inner join daily as d on d.fan_sk = p.fan_sk
    inner join extended as e on e.fan_sk = p.fan_sk
    inner join inputs as i on i.fan_sk = p.fan_sk
    left join consenting as g on g.fan_sk = p.fan_sk

)

select * from final
