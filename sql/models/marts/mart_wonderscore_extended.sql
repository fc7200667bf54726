{{ config(meta={'stage': 'predict'}) }}

with scores as (

    select *
    from {{ ref('extended_scores') }}

),

predictions as (

    select fan_sk, churn_probability, churn_model, predicted_ltv, ltv_model
    from {{ ref('fan_predictions') }}

),

-- Without a model the rule-based risk is the risk shown, and never called a probability.
risks as (

    select
        c.*,
        p.churn_probability,
        coalesce({{ score('100 * p.churn_probability') }}, c.churn_risk_score) as churn_risk,
        p.churn_model,
        p.predicted_ltv,
        p.ltv_model
    from scores as c
    left join predictions as p on p.fan_sk = c.fan_sk

),

final as (

    select
        c.fan_sk,
        c.wonder_id,
        c.hospitality_experience_score,
        c.digital_affinity_score,
        c.revenue_efficiency_score,
        c.churn_risk_score,
        c.churn_probability,
        c.churn_risk,
        {{ churn_level('c.churn_risk') }} as churn_risk_level,
        case when c.churn_probability is null then 'rule' else 'model' end as churn_source,
        c.churn_model,
        c.predicted_ltv,
        c.ltv_model,
        c.lifetime_value,
        c.total_events_attended,
        c.account_age_days,
        c.fb_rank,
        c.hospitality_days_rank,
        c.sessions_rank,
        c.seconds_rank,
        {{ run_columns() }}
    from risks as c

)

select * from final
