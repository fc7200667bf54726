-- How busy each day is for the followers of each sport: seasons, games, weekends, holidays, a slow growth,
-- and near the end of the span a dip and a surge, so that four weeks apart nothing is quite the same; and in the
-- last five weeks hardly anything of Soccer, as if its season had been called off.
create table {{ var('work') }}.day_weights as
with sports as (
    select * from (values
        ('Football', 827, 1130), ('Basketball', 1105, 1310), ('Baseball', 214, 520), ('Soccer', 815, 1105),
        ('Volleyball', 825, 1128), ('Campus', 901, 1215)
    ) as v (sport_key, season_start, season_end)
),

days as (
    select
        cast('{{ var('as_of') }}' as date) - cast(i as integer) as day,
        cast(i as integer) as days_before,
        cast(i // 28 as integer) as period
    from range({{ var('days') }}) as r (i)
),

seasons as (
    select
        sports.sport_key,
        days.*,
        month(days.day) * 100 + day(days.day) as month_day,
        (month(days.day) * 100 + day(days.day) between sports.season_start and sports.season_end)
            or (month(days.day) + 12) * 100 + day(days.day) between sports.season_start and sports.season_end
            as in_season
    from sports
    cross join days
),

game_days as (
    select distinct sport_key, event_date from {{ var('work') }}.events
)

select
    seasons.sport_key,
    seasons.day,
    seasons.period,
    seasons.days_before,
    (case when seasons.in_season then 1.45 else 0.75 end)
    * (case when game_days.event_date is not null then 2.1 else 1 end)
    * (case when isodow(seasons.day) >= 6 then 1.15 else 1 end)
    * (case when seasons.month_day between 1220 and 1228 then 0.55 else 1 end)
    * (1.15 - 0.15 * seasons.days_before / 365.0)
    * (case
        when seasons.days_before between 38 and 66 then 0.78
        when seasons.days_before <= 20 then 1.3
        else 1
    end)
    * (case when seasons.sport_key = 'Soccer' and seasons.days_before < 35 then 0.3 else 1 end)
    * (0.9 + 0.2 * {{ u('weather', 'seasons.day') }}) as weight
from seasons
left join game_days
    on seasons.sport_key = game_days.sport_key and seasons.day = game_days.event_date
