-- Fans in scope who meet the filters, per published day: of each segment, and as segment 'everyone' of all.
with asked as (

    select
        cast(? as varchar) as sport,
        cast(? as varchar) as affiliation,
        cast(? as varchar) as loyalty_tier,
        cast(? as varchar) as wonder_score_tier

),

runs as (

    select run_id
    from {{ var('analytics_schema') }}.score_runs
    where
        run_id = ?
        or (
            published
            and score_date < cast(? as date)
            and score_date >= cast(? as date)
        )

),

fans as (

    select d.run_id, d.score_date, d.fan_sk
    from {{ ref('mart_wonderscore_daily') }} as d
    inner join runs as r on r.run_id = d.run_id
    cross join asked as a
    where
        d.score_date <= cast(? as date)
        and d.score_date >= cast(? as date)
        and {{ in_scope('d') }}
        and (a.sport is null or d.primary_sport = a.sport)
        and (a.affiliation is null or d.primary_affiliation = a.affiliation)
        and (a.loyalty_tier is null or d.loyalty_tier = a.loyalty_tier)
        and (a.wonder_score_tier is null or d.wonder_score_tier = a.wonder_score_tier)

),

members as (

    select m.run_id, m.score_date, m.segment, m.fan_sk
    from {{ ref('mart_segment_members') }} as m
    inner join runs as r on r.run_id = m.run_id
    where
        m.score_date <= cast(? as date)
        and m.score_date >= cast(? as date)
        and {{ in_scope('m') }}

),

chosen as (

    select m.score_date, m.segment
    from members as m
    {{ narrowed_by('fans', 'f', 'm') }}

),

final as (

    select score_date, segment, count(*) as fans
    from chosen
    group by score_date, segment
    union all
    select score_date, 'everyone' as segment, count(*) as fans
    from fans
    group by score_date
    order by score_date, segment

)

select * from final
