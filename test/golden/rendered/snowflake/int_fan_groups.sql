

-- Sums and counts per group of like fans: one pass over the fans serves every department.
with scores as (

    select *
    from work_run_now.wonder_score

),

extended as (

    select
        fan_sk, hospitality_experience_score, digital_affinity_score, revenue_efficiency_score, churn_risk,
        lifetime_value
    from analytics.mart_wonderscore_extended
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

final as (

    select
        case when d.wonder_score >= 85 then 'Elite' when d.wonder_score >= 70 then 'Champion' when d.wonder_score >= 55 then 'Supporter' when d.wonder_score >= 40 then 'Friend' else 'Explorer' end as wonder_score_tier,
        d.loyalty_tier,
        d.primary_sport,
        d.primary_affiliation,
        d.marketing_opt_in,
        count(*) as fans,
        count(case when d.wonder_score >= 85 then 1 end) as elite_fans,
        count(case when e.churn_risk >= 70 then 1 end) as at_risk_fans,
        sum(d.wonder_score) as wonder_points,
        sum(d.engagement_score) as engagement_points,
        sum(d.value_score) as value_points,
        sum(d.sentiment_score) as sentiment_points,
        sum(d.advocacy_score) as advocacy_points,
        sum(e.hospitality_experience_score) as hospitality_points,
        count(e.hospitality_experience_score) as hospitality_fans,
        sum(e.digital_affinity_score) as digital_points,
        count(e.digital_affinity_score) as digital_fans,
        sum(e.revenue_efficiency_score) as efficiency_points,
        count(e.revenue_efficiency_score) as efficiency_fans,
        sum(e.lifetime_value) as lifetime_value,
        sum(d.revenue) as revenue,
        cast(sum(d.attended_days) as bigint) as attended_days,
        cast(sum(d.email_opens) as bigint) as email_opens,
        cast(sum(d.referrals) as bigint) as referrals,
        cast(sum(d.hostings) as bigint) as hostings
    from scores as d
    inner join extended as e on e.fan_sk = d.fan_sk
    group by case when d.wonder_score >= 85 then 'Elite' when d.wonder_score >= 70 then 'Champion' when d.wonder_score >= 55 then 'Supporter' when d.wonder_score >= 40 then 'Friend' else 'Explorer' end, d.loyalty_tier, d.primary_sport, d.primary_affiliation, d.marketing_opt_in

)

select * from final
