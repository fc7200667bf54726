-- Seven segments, each as large as its members are many, whose scores are those of the day.
with summary as (

    select segment, fans, share
    from {{ ref('mart_segment_summary') }}
    where {{ of_this_run() }}

),

members as (

    select segment, fan_sk, wonder_id, wonder_score
    from {{ ref('mart_segment_members') }}
    where {{ of_this_run() }}

),

daily as (

    select fan_sk, wonder_id, wonder_score
    from {{ ref('mart_wonderscore_daily') }}
    where {{ of_this_run() }}

),

counted as (

    select segment, count(*) as fans
    from members
    group by segment

),

population as (

    select count(*) as fans
    from {{ ref('int_population') }}

),

wrong_sizes as (

    select coalesce(s.segment, c.segment) as segment, s.fans as stated, c.fans as counted
    from summary as s
    full outer join counted as c on c.segment = s.segment
    cross join population as p
    where coalesce(s.fans, -1) <> coalesce(c.fans, 0)
        or abs(s.share * p.fans - s.fans) > p.fans * 1e-6

),

strangers as (

    select m.segment, count(*) as stated, count(d.fan_sk) as counted
    from members as m
    left join daily as d on d.fan_sk = m.fan_sk and d.wonder_id = m.wonder_id and d.wonder_score = m.wonder_score
    group by m.segment
    having count(*) <> count(d.fan_sk)

),

final as (

    select segment, stated, counted from wrong_sizes
    union all
    select segment, stated, counted from strangers
    union all
    select 'all' as segment, count(*) as stated, 7 as counted from summary having count(*) <> 7

)

select * from final
