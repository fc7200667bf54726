-- Periods of 28 days, 0 is the newest. Binds: the first, and one past the last. A few fans are hosts, often.
insert into {{ source('landing', 'fact_hospitality') }}
with this as (
    select cast(unnest(range(cast(? as bigint), cast(? as bigint))) as integer) as period
),

stays as (
    select
        fans.fan_sk,
        fans.spending,
        fans.satisfaction,
        fans.first_day,
        fans.last_day,
        this.period,
        rhythm.any_events,
        unnest(range(cast(floor(
            0.0010 * fans.hospitality * rhythm.busy_days * (0.4 + 1.2 * {{ u('stays', 'fans.fan_sk, this.period') }})
            + {{ u('one more stay', 'fans.fan_sk, this.period') }}
        ) as bigint))) as stay
    from this
    inner join {{ var('work') }}.rhythm as rhythm on this.period = rhythm.period and rhythm.any_events > 0
    inner join {{ var('work') }}.fans as fans on rhythm.sport_key = fans.sport_key
    where fans.hospitality > 0
),

placed as (
    select
        stays.*,
        events.event_sk,
        events.event_type,
        events.event_date as day,
        (stays.period * 10000000 + stays.fan_sk) * 1024 + stays.stay as hospitality_sk
    from stays
    inner join {{ var('work') }}.events as events
        on stays.period = events.period
        and events.any_place = cast(floor({{ u('which stay', 'stays.fan_sk, stays.period, stays.stay') }} * stays.any_events) as bigint)
    where events.event_date between stays.first_day and stays.last_day
)

select
    hospitality_sk,
    fan_sk,
    {{ date_key('day') }},
    event_sk,
    case when event_type = 'Hospitality' then 'Dinner' else {{ pick("['Suite', 'Lounge', 'VIP']", 'experience', 'hospitality_sk') }} end,
    1 + cast(floor({{ u('guests', 'hospitality_sk') }} * 6) as bigint),
    case when {{ u('billed', 'hospitality_sk') }} < 0.9
        then cast(round(cast(35 + 40 * least(spending, 8) * (0.3 + {{ u('bill', 'hospitality_sk') }}) as decimal(18, 4)), 2) as decimal(18, 2)) end,
    case when {{ u('rated', 'hospitality_sk') }} < 0.7
        then least(5, greatest(1, cast(round(2.6 + 2.4 * satisfaction + 1.2 * ({{ u('rating', 'hospitality_sk') }} - 0.5)) as bigint))) end,
    cast(day as timestamp) + interval 17 hours
from placed
