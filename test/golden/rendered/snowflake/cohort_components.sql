-- The average of every base score and component of a group of fans in one run: what its receipt adds up.
with asked as (

    select
        cast(? as varchar) as sport,
        cast(? as varchar) as affiliation,
        cast(? as varchar) as loyalty_tier,
        cast(? as varchar) as wonder_score_tier

),

final as (

    select
        count(*) as fans,
        cast(round(cast(avg(cast(d.wonder_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as wonder_score,
        cast(round(cast(avg(cast(d.engagement_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as engagement_score,
        cast(round(cast(avg(cast(d.attendance_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as attendance_component,
        cast(round(cast(avg(cast(d.digital_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as digital_component,
        cast(round(cast(avg(cast(d.social_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as social_component,
        cast(round(cast(avg(cast(d.learning_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as learning_component,
        cast(round(cast(avg(cast(d.loyalty_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as loyalty_score,
        cast(round(cast(avg(cast(d.tier_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as tier_component,
        cast(round(cast(avg(cast(d.tenure_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as tenure_component,
        cast(round(cast(avg(cast(d.redemption_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as redemption_component,
        cast(round(cast(avg(cast(d.stability_bonus as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as stability_bonus,
        cast(round(cast(avg(cast(d.value_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as value_score,
        cast(round(cast(avg(cast(d.revenue_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as revenue_component,
        cast(round(cast(avg(cast(d.frequency_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as frequency_component,
        cast(round(cast(avg(cast(d.recency_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as recency_component,
        cast(round(cast(avg(cast(d.breadth_bonus as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as breadth_bonus,
        cast(round(cast(avg(cast(d.sentiment_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as sentiment_score,
        cast(round(cast(avg(cast(d.nps_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as nps_component,
        cast(round(cast(avg(cast(d.review_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as review_component,
        cast(round(cast(avg(cast(d.sentiment_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as sentiment_component,
        cast(round(cast(avg(cast(d.complaint_penalty as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as complaint_penalty,
        cast(round(cast(avg(cast(d.advocacy_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as advocacy_score,
        cast(round(cast(avg(cast(d.referral_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as referral_component,
        cast(round(cast(avg(cast(d.amplification_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as amplification_component,
        cast(round(cast(avg(cast(d.hosting_component as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as hosting_component
    from analytics.mart_wonderscore_daily as d
    cross join asked as a
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and true
        and (a.sport is null or d.primary_sport = a.sport)
        and (a.affiliation is null or d.primary_affiliation = a.affiliation)
        and (a.loyalty_tier is null or d.loyalty_tier = a.loyalty_tier)
        and (a.wonder_score_tier is null or d.wonder_score_tier = a.wonder_score_tier)

)

select * from final
