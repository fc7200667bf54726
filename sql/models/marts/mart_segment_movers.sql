{{ config(meta={'stage': 'predict'}) }}

-- Who entered and left each segment since the run that was published before this one; no rows without one.
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
        '{{ var("previous_run_id") }}' as previous_run_id,
        {{ run_columns() }}
    from compared
    where '{{ var("previous_run_id") }}' <> 'none'

)

select * from final
