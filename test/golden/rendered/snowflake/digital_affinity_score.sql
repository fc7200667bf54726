

with inputs as (

    select fan_sk, digital_sessions, digital_seconds, click_rate, mobile_share
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)
        and engagement_rows is not null

),

session_ranks as (

    select digital_sessions as ranked_value, cast(coalesce(sum(count(*)) over (order by digital_sessions asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by digital_sessions

),

second_ranks as (

    select digital_seconds as ranked_value, cast(coalesce(sum(count(*)) over (order by digital_seconds asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by digital_seconds

),

ranked as (

    select
        i.fan_sk,
        i.click_rate,
        i.mobile_share,
        s.percent_rank_of_value as sessions_rank,
        t.percent_rank_of_value as seconds_rank
    from inputs as i
    inner join session_ranks as s on s.ranked_value = i.digital_sessions
    inner join second_ranks as t on t.ranked_value = i.digital_seconds

),

final as (

    select
        fan_sk,
        cast(sessions_rank as decimal(9, 6)) as sessions_rank,
        cast(seconds_rank as decimal(9, 6)) as seconds_rank,
        cast(round(cast(cast(0.35 as double) * 100 * sessions_rank + cast(0.3 as double) * 100 * seconds_rank + cast(0.2 as double) * 100 * click_rate + cast(0.15 as double) * 100 * mobile_share as decimal(18, 8)), 2) as decimal(5, 2)) as digital_affinity_score
    from ranked

)

select * from final
