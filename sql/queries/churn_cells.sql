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
        {{ value_at_risk('e') }} as value_at_risk
    from {{ ref('mart_wonderscore_daily') }} as d
    inner join {{ ref('mart_wonderscore_extended') }} as e
        on e.run_id = d.run_id and e.score_date = d.score_date and e.fan_sk = d.fan_sk
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and {{ in_scope('d') }}

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
        count(case when f.churn_risk >= {{ var('segments').at_risk_min }} then 1 end) as at_risk_fans,
        count(case when f.churn_risk >= {{ var('segments').at_risk_min }} and {{ is_contactable('f') }} then 1 end) as contactable_fans,
        count(case when f.churn_risk >= {{ var('segments').at_risk_min }} then f.value_at_risk end) as valued_fans,
        sum(case when f.churn_risk >= {{ var('segments').at_risk_min }} then f.value_at_risk end) as value_at_risk
    from fans as f
    group by f.primary_sport, f.primary_affiliation, f.loyalty_tier, f.wonder_score_tier, f.risk_bin

)

select * from final
