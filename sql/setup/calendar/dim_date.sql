-- Days between two bounds that dim_date lacks. Binds: first day, last day. DuckDB only.
-- Academic years (August) and fiscal years (July) carry the number of the year in which they end.
insert into {{ source('landing', 'dim_date') }}
with bounds as (
    select cast(? as date) as first_day, cast(? as date) as last_day
),

days as (
    select cast(unnest(generate_series(first_day, last_day, interval 1 day)) as date) as d
    from bounds
),

parts as (
    select
        d,
        cast(strftime(d, '%Y%m%d') as bigint) as date_key,
        isodow(d) as iso_weekday,
        day(d) as day_of_month,
        month(d) as month_number,
        year(d) as year_number
    from days
),

game_days as (
    select distinct event_date
    from {{ source('landing', 'dim_event') }}
    where event_type = 'Game'
)

select
    parts.date_key,
    parts.d,
    dayname(parts.d),
    parts.day_of_month,
    parts.month_number,
    monthname(parts.d),
    quarter(parts.d),
    parts.year_number,
    parts.iso_weekday >= 6,
    case
        when parts.month_number = 1 and parts.day_of_month = 1 then true
        when parts.month_number = 1 and parts.iso_weekday = 1 and parts.day_of_month between 15 and 21 then true
        when parts.month_number = 5 and parts.iso_weekday = 1 and parts.day_of_month >= 25 then true
        when parts.month_number = 6 and parts.day_of_month = 19 then true
        when parts.month_number = 7 and parts.day_of_month = 4 then true
        when parts.month_number = 9 and parts.iso_weekday = 1 and parts.day_of_month <= 7 then true
        when parts.month_number = 11 and parts.iso_weekday = 4 and parts.day_of_month between 22 and 28 then true
        when parts.month_number = 12 and parts.day_of_month = 25 then true
        else false
    end,
    parts.year_number + case when parts.month_number >= 8 then 1 else 0 end,
    parts.year_number + case when parts.month_number >= 7 then 1 else 0 end,
    game_days.event_date is not null
from parts
left join game_days on parts.d = game_days.event_date
where parts.date_key not in (select date_key from {{ source('landing', 'dim_date') }} where date_key is not null)
order by parts.date_key
