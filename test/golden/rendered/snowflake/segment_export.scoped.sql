-- The whole of a segment in its order, for a file.
with members as (

    select fan_sk, wonder_id
    from analytics.mart_segment_members
    where
        segment = ?
        and run_id = ?
        and score_date = cast(? as date)

),

daily as (

    select *
    from analytics.mart_wonderscore_daily
    where
        run_id = ?
        and score_date = cast(? as date)

),

extended as (

    select *
    from analytics.mart_wonderscore_extended
    where
        run_id = ?
        and score_date = cast(? as date)

),

fan_names as (

    select s.fan_sk, s.first_name, s.last_name from landing.dim_fan as s inner join members as f on f.fan_sk = s.fan_sk and f.wonder_id = s.wonder_id where f.fan_sk not in (select c.fan_sk from landing.dim_fan as c where c.fan_sk in (select o.fan_sk from members as o) and case when c.gdpr_consent and ((primary_affiliation = 'Alumni')) then 0 else 1 end = 1) and f.wonder_id not in (select c.wonder_id from landing.dim_fan as c where c.wonder_id in (select o.wonder_id from members as o) and case when c.gdpr_consent and ((primary_affiliation = 'Alumni')) then 0 else 1 end = 1) qualify row_number() over (partition by s.fan_sk order by s.account_created_date asc nulls last, s.current_tier asc nulls last, s.primary_sport asc nulls last, s.primary_affiliation asc nulls last, s.marketing_opt_in asc nulls last, s.is_active asc nulls last, s.first_name asc nulls last, s.last_name asc nulls last) = 1

),

final as (

    select
        d.wonder_id,
        n.first_name,
        n.last_name,
        d.wonder_score,
        d.wonder_score_tier,
        d.percentile_rank,
        d.engagement_score,
        d.loyalty_score,
        d.value_score,
        d.sentiment_score,
        d.advocacy_score,
        e.churn_risk,
        e.churn_risk_level,
        e.churn_source,
        e.predicted_ltv,
        e.lifetime_value,
        d.loyalty_tier,
        d.primary_sport,
        d.primary_affiliation,
        e.account_age_days,
        d.score_date
    from members as m
    inner join daily as d on d.fan_sk = m.fan_sk
    inner join extended as e on e.fan_sk = m.fan_sk
    left join fan_names as n on n.fan_sk = m.fan_sk
    where m.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 1 else 0 end) = 1) and m.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 0 else 1 end = 1)
    order by d.wonder_score desc nulls last, d.wonder_id

)

select * from final
