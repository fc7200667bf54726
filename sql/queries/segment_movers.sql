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
    from {{ ref('mart_segment_members') }} as m
    inner join asked as a on a.segment = m.segment
    {{ narrowed_by(ref('mart_wonderscore_daily'), 'd', 'm') }}
    where
        m.run_id = ?
        and m.score_date = cast(? as date)
        and {{ in_scope('m') }}
        and {{ meets_filters('d', 'a') }}

),

now_members as (

    select m.fan_sk, m.wonder_id
    from {{ ref('mart_segment_members') }} as m
    inner join asked as a on a.segment = m.segment
    {{ narrowed_by(ref('mart_wonderscore_daily'), 'd', 'm') }}
    where
        m.run_id = ?
        and m.score_date = cast(? as date)
        and {{ in_scope('m') }}
        and {{ meets_filters('d', 'a') }}

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
    from {{ ref('mart_wonderscore_daily') }}
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

    {{ fan_names('page') }}

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
