

-- Who entered and left each segment since the run that was published before this one; no rows without one.
with now_members as (

    select segment, wonder_id
    from analytics.mart_segment_members
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

before_members as (

    select segment, wonder_id
    from analytics.mart_segment_members
    where run_id = 'run_before'

),

compared as (

    select
        coalesce(n.segment, b.segment) as segment,
        coalesce(n.wonder_id, b.wonder_id) as wonder_id,
        case when b.wonder_id is null then 'entered' else 'left' end as movement
    from now_members as n
    full outer join before_members as b on b.segment = n.segment and b.wonder_id = n.wonder_id
    where n.wonder_id is null or b.wonder_id is null

),

final as (

    select
        segment,
        wonder_id,
        movement,
        'run_before' as previous_run_id,
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from compared
    where 'run_before' <> 'none'

)

select * from final
