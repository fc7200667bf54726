-- The averages of a group of fans per published day since a date, and of all others in scope by which filters they meet.
with asked as (

    select
        cast(? as varchar) as sport,
        cast(? as varchar) as affiliation,
        cast(? as varchar) as loyalty_tier,
        cast(? as varchar) as wonder_score_tier

),

runs as (

    select run_id, score_date
    from analytics.score_runs
    where
        published
        and score_date <= cast(? as date)
        and score_date >= cast(? as date)

),

daily as (

    select
        d.*,
        case when a.sport is null or d.primary_sport = a.sport then 1 else 0 end as of_sport,
        case when a.affiliation is null or d.primary_affiliation = a.affiliation then 1 else 0 end as of_affiliation,
        case when a.loyalty_tier is null or d.loyalty_tier = a.loyalty_tier then 1 else 0 end as of_loyalty_tier,
        case when a.wonder_score_tier is null or d.wonder_score_tier = a.wonder_score_tier then 1 else 0 end as of_tier
    from analytics.mart_wonderscore_daily as d
    inner join runs as r on r.run_id = d.run_id
    cross join asked as a
    where
        d.score_date <= cast(? as date)
        and d.score_date >= cast(? as date)
        and d.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 1 else 0 end) = 1) and d.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 0 else 1 end = 1)

),

final as (

    select
        score_date,
        run_id,
        of_sport,
        of_affiliation,
        of_loyalty_tier,
        of_tier,
        count(*) as fans,
        cast(round(cast(avg(cast(wonder_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as wonder_score,
        cast(round(cast(avg(cast(engagement_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as engagement_score,
        cast(round(cast(avg(cast(loyalty_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as loyalty_score,
        cast(round(cast(avg(cast(value_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as value_score,
        cast(round(cast(avg(cast(sentiment_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as sentiment_score,
        cast(round(cast(avg(cast(advocacy_score as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as advocacy_score,
        cast(round(cast(avg(cast(coverage as double)) as decimal(18, 8)), 2) as decimal(5, 2)) as coverage
    from daily
    group by score_date, run_id, of_sport, of_affiliation, of_loyalty_tier, of_tier
    order by score_date

)

select * from final
