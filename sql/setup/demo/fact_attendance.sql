-- Periods of 28 days, 0 is the newest. Binds: the first, and one past the last. Three visits in four are to a fan's own sport.
insert into {{ source('landing', 'fact_attendance') }}
with this as (
    select cast(unnest(range(cast(? as bigint), cast(? as bigint))) as integer) as period
),

visits as (
    select
        fans.fan_sk,
        fans.sport_key,
        fans.affiliation,
        fans.activity_rank,
        fans.first_day,
        fans.last_day,
        this.period,
        rhythm.own_events,
        rhythm.any_events,
        unnest(range(cast(floor(
            0.0102 * {{ var('days') }} * fans.activity * (0.75 * rhythm.own_share + 0.25 * rhythm.any_share)
                * (0.4 + 1.2 * {{ u('games', 'fans.fan_sk, this.period') }})
            + {{ u('one more game', 'fans.fan_sk, this.period') }}
        ) as bigint))) as visit
    from this
    inner join {{ var('work') }}.rhythm as rhythm on this.period = rhythm.period and rhythm.any_events > 0
    inner join {{ var('work') }}.fans as fans on rhythm.sport_key = fans.sport_key
),

aimed as (
    select
        *,
        own_events > 0 and {{ u('own game', 'fan_sk, period, visit') }} < 0.75 as is_own,
        {{ u('which game', 'fan_sk, period, visit') }} as which
    from visits
),

placed as (
    select
        aimed.*,
        events.event_sk,
        events.event_date as day
    from aimed
    inner join {{ var('work') }}.events as events
        on aimed.period = events.period
        and (case when aimed.is_own then events.own_place else events.any_place end)
            = cast(floor(aimed.which * case when aimed.is_own then aimed.own_events else aimed.any_events end) as bigint)
    where (not aimed.is_own or events.sport_key = aimed.sport_key)
        and events.event_date between aimed.first_day and aimed.last_day
)

select
    (period * 10000000 + fan_sk) * 1024 + visit,
    fan_sk,
    {{ date_key('day') }},
    event_sk,
    case when affiliation = 'Student' then 'Student' when activity_rank > 0.9 then 'Season' else 'Single' end,
    'Section ' || (101 + cast(floor({{ u('section', 'fan_sk, event_sk') }} * 40) as bigint)),
    case when {{ u('no show', 'fan_sk, event_sk') }} >= 0.08 then cast(day as timestamp) + to_seconds(64800 + cast(floor({{ u('check in', 'fan_sk, event_sk') }} * 5400) as bigint)) end,
    {{ u('no show', 'fan_sk, event_sk') }} < 0.08
from placed
