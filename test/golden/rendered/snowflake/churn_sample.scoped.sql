-- What the risk of some fans in scope who meet the filters is made of: those at risk, or all (min_risk 0), some
-- thousands at most. A wonder_id is a keyed hash, so their order is an even sample.
with asked as (

    select
        cast(? as varchar) as sport,
        cast(? as varchar) as affiliation,
        cast(? as varchar) as loyalty_tier,
        cast(? as varchar) as wonder_score_tier

),

sampled as (

    select d.*, e.churn_risk
    from analytics.mart_wonderscore_daily as d
    inner join analytics.mart_wonderscore_extended as e
        on e.run_id = d.run_id and e.score_date = d.score_date and e.fan_sk = d.fan_sk
    cross join asked as a
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and d.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 1 else 0 end) = 1) and d.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 0 else 1 end = 1)
        and (a.sport is null or d.primary_sport = a.sport) and (a.affiliation is null or d.primary_affiliation = a.affiliation) and (a.loyalty_tier is null or d.loyalty_tier = a.loyalty_tier) and (a.wonder_score_tier is null or d.wonder_score_tier = a.wonder_score_tier)
        and e.churn_risk >= cast(? as decimal(5, 2))
    order by d.wonder_id
    limit ?

),

final as (

    select
        d.wonder_id,
        i.days_since_engagement,
        i.spend_rate_ratio,
        i.engagement_rate_ratio,
        i.sentiment_shift,
        i.days_since_last_engagement, d.engagement_score, d.loyalty_score, d.value_score, d.sentiment_score, i.spend_last_30d, cast(least(greatest(coalesce(i.revenue - i.spend_last_30d, 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as spend_prior_60d, i.engagements_last_30d, i.tier_changes as tier_changes_90d, i.complaints as complaint_count
    from sampled as d
    inner join analytics.mart_score_inputs as i on i.run_id = d.run_id and i.score_date = d.score_date and i.fan_sk = d.fan_sk

)

select * from final
