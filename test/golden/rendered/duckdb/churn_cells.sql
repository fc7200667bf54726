-- Fans in scope per sport, affiliation, loyalty tier, tier and five points of risk, and what is at stake with those at
-- risk: all groups that filters can ask for, because what may be shown of one depends on the others.
with fans as (

    select
        d.fan_sk,
        d.wonder_id,
        d.primary_sport,
        d.primary_affiliation,
        d.loyalty_tier,
        d.wonder_score_tier,
        e.churn_risk,
        case when e.churn_risk >= 95 then 19 else floor(e.churn_risk / 5) end as risk_bin,
        e.churn_source,
        e.churn_model,
        e.ltv_model,
        cast(round(cast(e.churn_probability * e.predicted_ltv as decimal(28, 10)), 2) as decimal(18, 2)) as value_at_risk
    from analytics.mart_wonderscore_daily as d
    inner join analytics.mart_wonderscore_extended as e
        on e.run_id = d.run_id and e.score_date = d.score_date and e.fan_sk = d.fan_sk
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and true

),

final as (

    select
        f.primary_sport,
        f.primary_affiliation,
        f.loyalty_tier,
        f.wonder_score_tier,
        cast(f.risk_bin as bigint) as risk_bin,
        max(f.churn_source) as churn_source,
        max(f.churn_model) as churn_model,
        max(f.ltv_model) as ltv_model,
        count(*) as fans,
        count(case when f.churn_risk >= 70 then 1 end) as at_risk_fans,
        count(case when f.churn_risk >= 70 and (f.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when s.gdpr_consent and s.marketing_opt_in then 1 else 0 end) = 1) and f.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when s.gdpr_consent and s.marketing_opt_in then 0 else 1 end = 1)) then 1 end) as contactable_fans,
        count(case when f.churn_risk >= 70 then f.value_at_risk end) as valued_fans,
        sum(case when f.churn_risk >= 70 then f.value_at_risk end) as value_at_risk
    from fans as f
    group by f.primary_sport, f.primary_affiliation, f.loyalty_tier, f.wonder_score_tier, f.risk_bin

)

select * from final
