{{ config(meta={'stage': 'predict'}) }}

with members as (

    select segment
    from {{ ref('mart_segment_members') }}
    where {{ of_this_run() }}

),

population as (

    select count(*) as fans
    from {{ ref('int_population') }}

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
        {{ share('coalesce(cast(coalesce(c.fans, 0) as double) / nullif(p.fans, 0), 0)') }} as share,
        {{ run_columns() }}
    from segments as s
    cross join population as p
    left join counted as c on c.segment = s.segment

)

select * from final
