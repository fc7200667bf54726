with advocacy as (

    select fan_sk, date_key, advocacy_type, reach_count, conversion
    from work_run_now.stg_advocacy
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 90)) * 10000 + extract(month from (cast('2025-03-01' as date) - 90)) * 100 + extract(day from (cast('2025-03-01' as date) - 90)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)

),

days as (

    select date_key
    from work_run_now.int_window_days

),

final as (

    select
        a.fan_sk,
        count(*) as advocacy_rows,
        count(case when a.advocacy_type = 'Referral' then 1 end) as referrals,
        count(case when a.advocacy_type = 'Referral' and coalesce(a.conversion, false) then 1 end) as conversions,
        cast(least(greatest(coalesce(sum(case when a.advocacy_type in ('Social_Share', 'Mention') then coalesce(a.reach_count, 0) else 0 end), 0), -9007199254740991), 9007199254740991) as bigint) as reach,
        count(case when a.advocacy_type = 'Alumni_Host' then 1 end) as hostings
    from advocacy as a
    inner join days as d on d.date_key = a.date_key
    group by a.fan_sk

)

select * from final
