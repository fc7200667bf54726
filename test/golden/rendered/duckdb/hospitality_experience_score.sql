

with inputs as (

    select fan_sk, service_average, fb_average, hospitality_days, experiences
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)
        and experiences is not null

),

fb_ranks as (

    select fb_average as ranked_value, cast(coalesce(sum(count(*)) over (order by fb_average asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by fb_average

),

frequency_ranks as (

    select hospitality_days as ranked_value, cast(coalesce(sum(count(*)) over (order by hospitality_days asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by hospitality_days

),

ranked as (

    select
        i.fan_sk,
        i.service_average,
        f.percent_rank_of_value as fb_rank,
        d.percent_rank_of_value as hospitality_days_rank,
        cast(i.experiences - 1 as double) / i.experiences as repeat_share
    from inputs as i
    inner join fb_ranks as f on f.ranked_value = i.fb_average
    inner join frequency_ranks as d on d.ranked_value = i.hospitality_days

),

final as (

    select
        fan_sk,
        cast(fb_rank as decimal(9, 6)) as fb_rank,
        cast(hospitality_days_rank as decimal(9, 6)) as hospitality_days_rank,
        cast(round(cast(least(greatest(coalesce(cast(0.4 as double) * coalesce(service_average, cast(3 as double)) / 5 * 100 + cast(0.3 as double) * 100 * fb_rank + cast(0.2 as double) * 100 * hospitality_days_rank + cast(0.1 as double) * 100 * repeat_share, 0), 0), 100) as decimal(18, 8)), 2) as decimal(5, 2)) as hospitality_experience_score
    from ranked

)

select * from final
