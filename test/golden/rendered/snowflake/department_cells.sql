-- The scored fans of a run, those together who are alike in what departments are made and split by: whose fans they
-- are, how many, and how many have each score that not every fan has. Binds: run, its day, run, its day.
with daily as (

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

opted as (

    select fan_sk, min(case when marketing_opt_in then 1 else 0 end) = 1 as marketing_opt_in
    from landing.dim_fan
    where fan_sk is not null
    group by fan_sk

),

fans as (

    select
        d.primary_sport,
        d.primary_affiliation,
        d.loyalty_tier,
        d.wonder_score_tier,
        coalesce(o.marketing_opt_in, false) as marketing_opt_in,
        e.hospitality_experience_score,
        e.digital_affinity_score,
        e.revenue_efficiency_score
    from daily as d
    inner join extended as e on e.fan_sk = d.fan_sk
    left join opted as o on o.fan_sk = d.fan_sk

),

final as (

    select
        primary_sport,
        primary_affiliation,
        loyalty_tier,
        wonder_score_tier,
        case when primary_sport is not null then true else false end as of_athletics,
        case when marketing_opt_in then true else false end as of_marketing,
        case when true then true else false end as of_finance,
        case when primary_affiliation = 'Alumni' then true else false end as of_alumni,
        count(*) as fans,
        count(hospitality_experience_score) as hospitality_fans,
        count(digital_affinity_score) as digital_fans,
        count(revenue_efficiency_score) as efficiency_fans
    from fans
    group by primary_sport, primary_affiliation, loyalty_tier, wonder_score_tier, marketing_opt_in

)

select * from final
