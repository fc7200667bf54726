-- The days that insights look at, D first, and which of them had a game.
with digits as (

    select v.digit
    from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as v (digit)

),

numbers as (

    select cast(h.digit * 100 + t.digit * 10 + u.digit as integer) as days_back
    from digits as h
    cross join digits as t
    cross join digits as u

),

game_days as (

    select date_key
    from landing.dim_date
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 84)) * 10000 + extract(month from (cast('2025-03-01' as date) - 84)) * 100 + extract(day from (cast('2025-03-01' as date) - 84)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) and is_game_day
    group by date_key

),

days as (

    select
        cast(days_back as bigint) as days_before,
        cast('2025-03-01' as date) - days_back as activity_date,
        cast(extract(year from (cast('2025-03-01' as date) - days_back)) * 10000 + extract(month from (cast('2025-03-01' as date) - days_back)) * 100 + extract(day from (cast('2025-03-01' as date) - days_back)) as bigint) as date_key
    from numbers
    where days_back <= 84

),

final as (

    select
        d.days_before,
        cast(d.activity_date as date) as activity_date,
        d.date_key,
        g.date_key is not null as is_game_day
    from days as d
    left join game_days as g on g.date_key = d.date_key

)

select * from final
