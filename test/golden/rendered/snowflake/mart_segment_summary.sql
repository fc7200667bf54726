

with members as (

    select segment
    from analytics.mart_segment_members
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

population as (

    select count(*) as fans
    from work_run_now.int_population

),

segments as (

    select v.segment
    from (values ('elite'), ('champions'), ('at_risk'), ('high_value'), ('inactive'), ('advocates'), ('new_members')) as v (segment)

),

counted as (

    select segment, count(*) as fans
    from members
    group by segment

),

final as (

    select
        s.segment,
        coalesce(c.fans, 0) as fans,
        cast(coalesce(cast(coalesce(c.fans, 0) as double) / nullif(p.fans, 0), 0) as decimal(9, 6)) as share,
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from segments as s
    cross join population as p
    left join counted as c on c.segment = s.segment

)

select * from final
