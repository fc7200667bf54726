-- Games and other events of the span, home games only: autumn Saturdays are Football's.
create table {{ var('work') }}.events as
with days as (
    select
        cast('{{ var('as_of') }}' as date) - cast(i as integer) as event_date,
        cast(i // 28 as integer) as period
    from range({{ var('days') }}) as r (i)
),

parts as (
    select
        event_date,
        period,
        isodow(event_date) as weekday,
        month(event_date) * 100 + day(event_date) as month_day,
        datediff('day', date '2020-01-06', event_date) // 7 as week_number
    from days
),

rules as (
    select * from (values
        ('Football', 'Game', 'Harbor Field', 41000, 827, 1130, '6', 2, 0),
        ('Basketball', 'Game', 'Meridian Arena', 14300, 1105, 1231, '3 6', 1, 0),
        ('Basketball', 'Game', 'Meridian Arena', 14300, 101, 310, '3 6', 1, 0),
        ('Baseball', 'Game', 'Juniper Park', 3700, 214, 520, '5 6 7', 2, 1),
        ('Baseball', 'Game', 'Juniper Park', 3700, 214, 520, '2', 1, 0),
        ('Soccer', 'Game', 'Westbank Pitch', 2200, 815, 1105, '5 7', 2, 1),
        ('Volleyball', 'Game', 'Lantern Hall', 1900, 825, 1128, '4', 1, 0),
        (null, 'Concert', 'Harbor Field', 20000, 101, 1231, '6', 4, 3),
        (null, 'Concert', 'Riverside Lawn', 5000, 525, 831, '4', 1, 0),
        (null, 'Learning', 'Linden Auditorium', 600, 101, 1231, '2', 4, 1),
        (null, 'Hospitality', 'Meridian Club', 250, 101, 1231, '5', 4, 2)
    ) as v (sport, event_type, venue, capacity, first_day, last_day, weekdays, every_weeks, week_offset)
),

held as (
    select rules.*, parts.event_date, parts.period
    from parts
    inner join rules
        on parts.month_day between rules.first_day and rules.last_day
        and contains(rules.weekdays, cast(parts.weekday as varchar))
        and parts.week_number % rules.every_weeks = rules.week_offset
),

numbered as (
    select *, row_number() over (order by event_date, event_type, sport nulls last, venue) as event_sk
    from held
)

select
    event_sk,
    sport,
    coalesce(sport, 'Campus') as sport_key,
    event_type,
    venue,
    capacity,
    event_date,
    period,
    {{ u('premium', 'event_date') }} < 0.15 or event_type = 'Hospitality' as is_premium_event,
    case when event_type = 'Game' then
        {{ pick("['Ashbourne Herons', 'Belmere Foxes', 'Cedar Gap Owls', 'Dunmore Pilots', 'Eastlake Otters', 'Fairhaven Larks', 'Granite Bay Rams', 'Hollowell Stags', 'Ironwood Badgers', 'Juniper Tech Bees', 'Kestrel State', 'Lowell Pines Hawks']", 'opponent', 'event_sk') }}
    end as opponent,
    case when event_type = 'Game' then event_sk end as game_sk,
    row_number() over (partition by coalesce(sport, 'Campus'), period order by event_sk) - 1 as own_place,
    row_number() over (partition by period order by event_sk) - 1 as any_place
from numbered
order by event_sk
