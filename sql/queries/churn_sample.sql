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
    from {{ ref('mart_wonderscore_daily') }} as d
    inner join {{ ref('mart_wonderscore_extended') }} as e
        on e.run_id = d.run_id and e.score_date = d.score_date and e.fan_sk = d.fan_sk
    cross join asked as a
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and {{ in_scope('d') }}
        and {{ meets_filters('d', 'a') }}
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
        {{ churn_feature_columns() }}
    from sampled as d
    inner join {{ ref('mart_score_inputs') }} as i on i.run_id = d.run_id and i.score_date = d.score_date and i.fan_sk = d.fan_sk

)

select * from final
