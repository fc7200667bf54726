with advocacy as (

    select fan_sk, date_key, advocacy_type, reach_count, conversion
    from {{ ref('stg_advocacy') }}
    where {{ in_window(var('window_days')) }}

),

days as (

    select date_key
    from {{ ref('int_window_days') }}

),

final as (

    select
        a.fan_sk,
        count(*) as advocacy_rows,
        count(case when a.advocacy_type = 'Referral' then 1 end) as referrals,
        count(case when a.advocacy_type = 'Referral' and coalesce(a.conversion, false) then 1 end) as conversions,
        {{ whole("sum(case when a.advocacy_type in ('Social_Share', 'Mention') then coalesce(a.reach_count, 0) else 0 end)") }} as reach,
        count(case when a.advocacy_type = 'Alumni_Host' then 1 end) as hostings
    from advocacy as a
    inner join days as d on d.date_key = a.date_key
    group by a.fan_sk

)

select * from final
