-- Who is in a segment of one of two runs only, with the counts of both.
with asked as (

    select
        cast(? as varchar) as sport,
        cast(? as varchar) as affiliation,
        cast(? as varchar) as loyalty_tier,
        cast(? as varchar) as wonder_score_tier,
        cast(? as varchar) as segment,
        cast(? as varchar) as after_movement,
        cast(? as varchar) as after_wonder_id

),

before_members as (

    select m.fan_sk, m.wonder_id
    from analytics.mart_segment_members as m
    inner join asked as a on a.segment = m.segment
    inner join analytics.mart_wonderscore_daily as d on d.run_id = m.run_id and d.score_date = m.score_date and d.fan_sk = m.fan_sk
    where
        m.run_id = ?
        and m.score_date = cast(? as date)
        and m.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 1 else 0 end) = 1) and m.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 0 else 1 end = 1)
        and (a.sport is null or d.primary_sport = a.sport) and (a.affiliation is null or d.primary_affiliation = a.affiliation) and (a.loyalty_tier is null or d.loyalty_tier = a.loyalty_tier) and (a.wonder_score_tier is null or d.wonder_score_tier = a.wonder_score_tier)

),

now_members as (

    select m.fan_sk, m.wonder_id
    from analytics.mart_segment_members as m
    inner join asked as a on a.segment = m.segment
    inner join analytics.mart_wonderscore_daily as d on d.run_id = m.run_id and d.score_date = m.score_date and d.fan_sk = m.fan_sk
    where
        m.run_id = ?
        and m.score_date = cast(? as date)
        and m.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 1 else 0 end) = 1) and m.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 0 else 1 end = 1)
        and (a.sport is null or d.primary_sport = a.sport) and (a.affiliation is null or d.primary_affiliation = a.affiliation) and (a.loyalty_tier is null or d.loyalty_tier = a.loyalty_tier) and (a.wonder_score_tier is null or d.wonder_score_tier = a.wonder_score_tier)

),

moves as (

    select n.fan_sk, n.wonder_id, 'entered' as movement
    from now_members as n
    where n.wonder_id not in (select wonder_id from before_members)
    union all
    select b.fan_sk, b.wonder_id, 'left' as movement
    from before_members as b
    where b.wonder_id not in (select wonder_id from now_members)

),

counted as (

    select
        (select count(*) from before_members) as before_fans,
        (select count(*) from now_members) as now_fans,
        (select count(*) from moves where movement = 'entered') as entered_fans,
        (select count(*) from moves where movement = 'left') as left_fans

),

daily as (

    select fan_sk, wonder_score
    from analytics.mart_wonderscore_daily
    where
        run_id = ?
        and score_date = cast(? as date)

),

page as (

    select m.fan_sk, m.wonder_id, m.movement
    from moves as m
    cross join asked as a
    where
        a.after_wonder_id is null
        or m.movement > a.after_movement
        or (m.movement = a.after_movement and m.wonder_id > a.after_wonder_id)
    order by m.movement, m.wonder_id
    limit ?

),

fan_names as (

    select s.fan_sk, s.first_name, s.last_name from landing.dim_fan as s inner join page as f on f.fan_sk = s.fan_sk and f.wonder_id = s.wonder_id where f.fan_sk not in (select c.fan_sk from landing.dim_fan as c where c.fan_sk in (select o.fan_sk from page as o) and case when c.gdpr_consent and ((primary_affiliation = 'Alumni')) then 0 else 1 end = 1) and f.wonder_id not in (select c.wonder_id from landing.dim_fan as c where c.wonder_id in (select o.wonder_id from page as o) and case when c.gdpr_consent and ((primary_affiliation = 'Alumni')) then 0 else 1 end = 1) qualify row_number() over (partition by s.fan_sk order by s.account_created_date asc nulls last, s.current_tier asc nulls last, s.primary_sport asc nulls last, s.primary_affiliation asc nulls last, s.marketing_opt_in asc nulls last, s.is_active asc nulls last, s.first_name asc nulls last, s.last_name asc nulls last) = 1

),

final as (

    select
        c.before_fans,
        c.now_fans,
        c.entered_fans,
        c.left_fans,
        p.wonder_id,
        p.movement,
        n.first_name,
        n.last_name,
        d.wonder_score
    from counted as c
    left join page as p on true
    left join daily as d on d.fan_sk = p.fan_sk
    left join fan_names as n on n.fan_sk = p.fan_sk
    order by p.movement, p.wonder_id

)

select * from final
