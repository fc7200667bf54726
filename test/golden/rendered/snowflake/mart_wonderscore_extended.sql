

with population as (

    select fan_sk, wonder_id, account_age_days
    from work_run_now.int_population

),

hospitality as (

    select fan_sk, hospitality_experience_score, fb_rank, hospitality_days_rank
    from work_run_now.hospitality_experience_score

),

digital as (

    select fan_sk, digital_affinity_score, sessions_rank, seconds_rank
    from work_run_now.digital_affinity_score

),

efficiency as (

    select fan_sk, revenue_efficiency_score
    from work_run_now.revenue_efficiency_score

),

churn as (

    select fan_sk, churn_risk_score
    from work_run_now.churn_risk

),

spend as (

    select fan_sk, lifetime_value
    from work_run_now.int_spend_lifetime

),

attendance as (

    select fan_sk, total_events_attended
    from work_run_now.int_attendance_lifetime

),

predictions as (

    select fan_sk, churn_probability, churn_model, predicted_ltv, ltv_model
    from work_run_now.fan_predictions

),

-- Without a model the rule-based risk is the risk shown, and never called a probability.
risks as (

    select
        c.fan_sk,
        c.churn_risk_score,
        p.churn_probability,
        coalesce(cast(round(cast(100 * p.churn_probability as decimal(18, 8)), 2) as decimal(5, 2)), c.churn_risk_score) as churn_risk,
        p.churn_model,
        p.predicted_ltv,
        p.ltv_model
    from churn as c
    left join predictions as p on p.fan_sk = c.fan_sk

),

final as (

    select
        p.fan_sk,
        p.wonder_id,
        h.hospitality_experience_score,
        d.digital_affinity_score,
        f.revenue_efficiency_score,
        c.churn_risk_score,
        c.churn_probability,
        c.churn_risk,
        case when c.churn_risk >= 70 then 'high' when c.churn_risk >= 40 then 'medium' else 'low' end as churn_risk_level,
        case when c.churn_probability is null then 'rule' else 'model' end as churn_source,
        c.churn_model,
        c.predicted_ltv,
        c.ltv_model,
        coalesce(s.lifetime_value, 0) as lifetime_value,
        coalesce(a.total_events_attended, 0) as total_events_attended,
        p.account_age_days,
        h.fb_rank,
        h.hospitality_days_rank,
        d.sessions_rank,
        d.seconds_rank,
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from population as p
    left join hospitality as h on h.fan_sk = p.fan_sk
    left join digital as d on d.fan_sk = p.fan_sk
    left join efficiency as f on f.fan_sk = p.fan_sk
    inner join risks as c on c.fan_sk = p.fan_sk
    left join spend as s on s.fan_sk = p.fan_sk
    left join attendance as a on a.fan_sk = p.fan_sk

)

select * from final
