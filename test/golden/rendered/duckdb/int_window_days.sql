-- The calendar days of the window, D first. Facts are joined to it, so an impossible date is in no window.
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

final as (

    select
        cast(days_back as bigint) as days_before,
        cast(extract(year from (cast('2025-03-01' as date) - days_back)) * 10000 + extract(month from (cast('2025-03-01' as date) - days_back)) * 100 + extract(day from (cast('2025-03-01' as date) - days_back)) as bigint) as date_key,
        days_back <= 30 as is_recent
    from numbers
    where days_back <= 90

)

select * from final
