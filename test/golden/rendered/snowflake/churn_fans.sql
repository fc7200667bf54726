-- A page of the fans of a run by value at risk, or by risk, with what their reasons are made of; total counts the
-- whole list. The var `contactable` says whether only those who may be written to are asked for, or only the others.
with asked as (

    select
        cast(? as varchar) as sport,
        cast(? as varchar) as affiliation,
        cast(? as varchar) as loyalty_tier,
        cast(? as varchar) as wonder_score_tier,
        cast(? as varchar) as wonder_id,
        cast(? as decimal(5, 2)) as min_risk,
        cast(? as decimal(5, 2)) as max_risk,
        cast(? as decimal(18, 2)) as after_sort,
        cast(? as varchar) as after_wonder_id

),

filtered as (

    select
        d.*,
        e.churn_probability,
        e.churn_risk,
        e.churn_risk_level,
        e.churn_source,
        e.churn_model,
        e.predicted_ltv,
        e.lifetime_value,
        cast(round(cast(e.churn_probability * e.predicted_ltv as decimal(28, 10)), 2) as decimal(18, 2)) as value_at_risk
    from analytics.mart_wonderscore_daily as d
    inner join analytics.mart_wonderscore_extended as e
        on e.run_id = d.run_id and e.score_date = d.score_date and e.fan_sk = d.fan_sk
    cross join asked as a
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and true
        and true
        and (a.wonder_id is null or d.wonder_id = a.wonder_id)
        and (a.min_risk is null or e.churn_risk >= a.min_risk)
        and (a.max_risk is null or e.churn_risk <= a.max_risk)
        and true

),

page as (

    select f.*
    from filtered as f
    cross join asked as a
    where
        a.after_wonder_id is null
        or wonder_score < a.after_sort
        or (wonder_score = a.after_sort and f.wonder_id > a.after_wonder_id)
    order by wonder_score desc nulls last, f.wonder_id
    limit ?

),

counted as (

    select count(*) as total
    from filtered

),

fan_names as (

    select s.fan_sk, s.first_name, s.last_name from landing.dim_fan as s where 1 = 0

),

final as (

    select
        c.total,
        d.wonder_id,
        n.first_name,
        n.last_name,
        d.wonder_score,
        d.wonder_score_tier,
        d.primary_sport,
        d.primary_affiliation,
        d.churn_probability,
        d.churn_risk,
        d.churn_risk_level,
        d.churn_source,
        d.churn_model,
        d.predicted_ltv,
        d.value_at_risk,
        d.lifetime_value,
        (d.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when s.gdpr_consent and s.marketing_opt_in then 1 else 0 end) = 1) and d.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when s.gdpr_consent and s.marketing_opt_in then 0 else 1 end = 1)) as contactable,
        d.loyalty_tier,
        i.days_since_engagement,
        i.spend_rate_ratio,
        i.engagement_rate_ratio,
        i.sentiment_shift,
        i.days_since_last_engagement, d.engagement_score, d.loyalty_score, d.value_score, d.sentiment_score, i.spend_last_30d, cast(least(greatest(coalesce(i.revenue - i.spend_last_30d, 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as spend_prior_60d, i.engagements_last_30d, i.tier_changes as tier_changes_90d, i.complaints as complaint_count
    from counted as c
    left join page as d on true
    left join analytics.mart_score_inputs as i on i.run_id = d.run_id and i.score_date = d.score_date and i.fan_sk = d.fan_sk
    left join fan_names as n on n.fan_sk = d.fan_sk
    order by wonder_score desc nulls last, d.wonder_id

)

select * from final
