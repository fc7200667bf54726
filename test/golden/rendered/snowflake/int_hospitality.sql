with hospitality as (

    select fan_sk, date_key, event_sk, fb_spend, valid_service_rating
    from work_run_now.stg_hospitality
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 90)) * 10000 + extract(month from (cast('2025-03-01' as date) - 90)) * 100 + extract(day from (cast('2025-03-01' as date) - 90)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)

),

days as (

    select date_key
    from work_run_now.int_window_days

),

-- An experience is a day and an event; rows without an event on one day are one experience.
experiences as (

    select
        h.fan_sk,
        h.date_key,
        coalesce(h.event_sk, -1) as experience_event_sk,
        sum(h.fb_spend) as fb_spend,
        count(h.fb_spend) as fb_rows,
        cast(sum(h.valid_service_rating) as bigint) as rating_points,
        count(h.valid_service_rating) as ratings
    from hospitality as h
    inner join days as d on d.date_key = h.date_key
    group by h.fan_sk, h.date_key, coalesce(h.event_sk, -1)

),

final as (

    select
        fan_sk,
        cast(sum(rating_points) as double) / nullif(sum(ratings), 0) as service_average,
        cast(round(cast(cast(sum(fb_spend) as double) / nullif(sum(fb_rows), 0) as decimal(28, 10)), 6) as decimal(24, 6)) as fb_average,
        count(distinct date_key) as hospitality_days,
        count(*) as experiences
    from experiences
    group by fan_sk

)

select * from final
