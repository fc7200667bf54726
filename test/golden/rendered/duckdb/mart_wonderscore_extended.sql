

with scores as (

    select *
    from work_run_now.extended_scores

),

predictions as (

    select fan_sk, churn_probability, churn_model, predicted_ltv, ltv_model
    from work_run_now.fan_predictions

),

-- Without a model the rule-based risk is the risk shown, and never called a probability.
risks as (

    select
        c.*,
        p.churn_probability,
        coalesce(cast(round(cast(100 * p.churn_probability as decimal(18, 8)), 2) as decimal(5, 2)), c.churn_risk_score) as churn_risk,
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
        case when c.churn_risk >= 70 then 'high' when c.churn_risk >= 40 then 'medium' else 'low' end as churn_risk_level,
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
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from risks as c

)

select * from final
