-- The newest day up to D on which any fact of a known fan was seen: how fresh the data is.
with fact_days as (

    select date_key
    from work_run_now.int_fact_days
    where known_rows > 0
        and date_key <= cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
        and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))

),

population as (

    select count(*) as fans
    from work_run_now.int_population

),

final as (

    select
        try_cast(left(lpad(cast(max(f.date_key) as varchar), 8, '0'), 4) || '-' || substr(lpad(cast(max(f.date_key) as varchar), 8, '0'), 5, 2) || '-' || substr(lpad(cast(max(f.date_key) as varchar), 8, '0'), 7) as date) as data_as_of,
        max(p.fans) as fans
    from population as p
    left join fact_days as f on true

)

select * from final
