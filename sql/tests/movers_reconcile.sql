-- Before, plus entered, less left, is now; who entered is a member now and was none, who left the reverse.
with now_members as (

    select segment, wonder_id
    from {{ ref('mart_segment_members') }}
    where {{ of_this_run() }}

),

before_members as (

    select segment, wonder_id
    from {{ ref('mart_segment_members') }}
    where run_id = '{{ var("previous_run_id") }}'

),

movers as (

    select segment, wonder_id, movement
    from {{ ref('mart_segment_movers') }}
    where {{ of_this_run() }}

),

counted as (

    select segment, -1 as change from now_members where '{{ var("previous_run_id") }}' <> 'none'
    union all
    select segment, 1 as change from before_members
    union all
    select segment, case movement when 'entered' then 1 else -1 end as change from movers

),

unbalanced as (

    select segment, cast(null as varchar) as wonder_id
    from counted
    group by segment
    having sum(change) <> 0

),

misplaced as (

    select m.segment, m.wonder_id
    from movers as m
    left join now_members as n on n.segment = m.segment and n.wonder_id = m.wonder_id
    left join before_members as b on b.segment = m.segment and b.wonder_id = m.wonder_id
    where (m.movement = 'entered' and (n.wonder_id is null or b.wonder_id is not null))
        or (m.movement = 'left' and (n.wonder_id is not null or b.wonder_id is null))

),

final as (

    select segment, wonder_id from unbalanced
    union all
    select segment, wonder_id from misplaced

)

select * from final
