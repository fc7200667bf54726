-- A page of the fans of a run, or of one of its segments, in a stable order; total counts the whole list. What is a
-- choice of few (contactable, bought, hosted, churn_risk_level) is asked for by vars, so that others do not pay for it.
with asked as (

    select
        cast(? as varchar) as segment,
        cast(? as varchar) as sport,
        cast(? as varchar) as affiliation,
        cast(? as varchar) as loyalty_tier,
        cast(? as varchar) as wonder_score_tier,
        cast(? as decimal(5, 2)) as min_score,
        cast(? as decimal(5, 2)) as max_score,
        lower(cast(? as varchar)) as search_text,
        cast(? as decimal(5, 2)) as after_sort,
        cast(? as varchar) as after_wonder_id

),

members as (

    select m.fan_sk
    from analytics.mart_segment_members as m
    inner join asked as a on a.segment = m.segment
    where
        m.run_id = ?
        and m.score_date = cast(? as date)

),

maybe_found as (

    select d.fan_sk, d.wonder_id
    from analytics.mart_wonderscore_daily as d
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and d.fan_sk in (
            select n.fan_sk
            from landing.dim_fan as n
            inner join asked as a on position(a.search_text in lower(coalesce(n.first_name, '') || ' ' || coalesce(n.last_name, ''))) > 0
            where n.fan_sk is not null
        )

),

found_names as (

    select s.fan_sk, s.first_name, s.last_name from landing.dim_fan as s where 1 = 0

),

found_by_name as (

    select n.fan_sk
    from found_names as n
    inner join asked as a on position(a.search_text in lower(coalesce(n.first_name, '') || ' ' || coalesce(n.last_name, ''))) > 0

),

filtered as (

    select d.*
    from analytics.mart_wonderscore_daily as d
    cross join asked as a
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and true
        and (a.segment is null or d.fan_sk in (select fan_sk from members))
        and (a.sport is null or d.primary_sport = a.sport)
        and (a.affiliation is null or d.primary_affiliation = a.affiliation)
        and (a.loyalty_tier is null or d.loyalty_tier = a.loyalty_tier)
        and (a.wonder_score_tier is null or d.wonder_score_tier = a.wonder_score_tier)
        and (a.min_score is null or d.wonder_score >= a.min_score)
        and (a.max_score is null or d.wonder_score <= a.max_score)
        and (a.search_text is null or position(a.search_text in lower(d.wonder_id)) > 0 or d.fan_sk in (select fan_sk from found_by_name))
        and true
        and true
        and true

),

extended as (

    select *
    from analytics.mart_wonderscore_extended
    where
        run_id = ?
        and score_date = cast(? as date)

),

sortable as (

    select
        d.*,
        e.churn_risk,
        e.churn_risk_level,
        e.churn_source,
        e.predicted_ltv,
        e.lifetime_value,
        e.account_age_days
    from filtered as d
    inner join extended as e on e.fan_sk = d.fan_sk

),

page as (

    select s.*
    from sortable as s
    cross join asked as a
    where
        a.after_wonder_id is null
        or wonder_score < a.after_sort
        or (wonder_score = a.after_sort and s.wonder_id > a.after_wonder_id)
    order by wonder_score desc nulls last, s.wonder_id
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
        p.wonder_id,
        n.first_name,
        n.last_name,
        p.wonder_score,
        p.wonder_score_tier,
        p.percentile_rank,
        p.loyalty_tier,
        p.primary_sport,
        p.primary_affiliation,
        p.engagement_score,
        p.loyalty_score,
        p.value_score,
        p.sentiment_score,
        p.advocacy_score,
        p.churn_risk,
        p.churn_risk_level,
        p.churn_source,
        p.predicted_ltv,
        p.lifetime_value,
        p.account_age_days
    from counted as c
    left join page as p on true
    left join fan_names as n on n.fan_sk = p.fan_sk
    order by wonder_score desc nulls last, p.wonder_id

)

select * from final
