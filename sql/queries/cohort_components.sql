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
        {{ score('avg(cast(d.wonder_score as double))') }} as wonder_score,
        {{ score('avg(cast(d.engagement_score as double))') }} as engagement_score,
        {{ score('avg(cast(d.attendance_component as double))') }} as attendance_component,
        {{ score('avg(cast(d.digital_component as double))') }} as digital_component,
        {{ score('avg(cast(d.social_component as double))') }} as social_component,
        {{ score('avg(cast(d.learning_component as double))') }} as learning_component,
        {{ score('avg(cast(d.loyalty_score as double))') }} as loyalty_score,
        {{ score('avg(cast(d.tier_component as double))') }} as tier_component,
        {{ score('avg(cast(d.tenure_component as double))') }} as tenure_component,
        {{ score('avg(cast(d.redemption_component as double))') }} as redemption_component,
        {{ score('avg(cast(d.stability_bonus as double))') }} as stability_bonus,
        {{ score('avg(cast(d.value_score as double))') }} as value_score,
        {{ score('avg(cast(d.revenue_component as double))') }} as revenue_component,
        {{ score('avg(cast(d.frequency_component as double))') }} as frequency_component,
        {{ score('avg(cast(d.recency_component as double))') }} as recency_component,
        {{ score('avg(cast(d.breadth_bonus as double))') }} as breadth_bonus,
        {{ score('avg(cast(d.sentiment_score as double))') }} as sentiment_score,
        {{ score('avg(cast(d.nps_component as double))') }} as nps_component,
        {{ score('avg(cast(d.review_component as double))') }} as review_component,
        {{ score('avg(cast(d.sentiment_component as double))') }} as sentiment_component,
        {{ score('avg(cast(d.complaint_penalty as double))') }} as complaint_penalty,
        {{ score('avg(cast(d.advocacy_score as double))') }} as advocacy_score,
        {{ score('avg(cast(d.referral_component as double))') }} as referral_component,
        {{ score('avg(cast(d.amplification_component as double))') }} as amplification_component,
        {{ score('avg(cast(d.hosting_component as double))') }} as hosting_component
    from {{ ref('mart_wonderscore_daily') }} as d
    cross join asked as a
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and {{ in_scope('d') }}
        and (a.sport is null or d.primary_sport = a.sport)
        and (a.affiliation is null or d.primary_affiliation = a.affiliation)
        and (a.loyalty_tier is null or d.loyalty_tier = a.loyalty_tier)
        and (a.wonder_score_tier is null or d.wonder_score_tier = a.wonder_score_tier)

)

select * from final
