with inputs as (

    select fan_sk, attended_days, digital_activity, social_posts, courses
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

attendance_ranks as (

    select attended_days as ranked_value, cast(coalesce(sum(count(*)) over (order by attended_days asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by attended_days

),

digital_ranks as (

    select digital_activity as ranked_value, cast(coalesce(sum(count(*)) over (order by digital_activity asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by digital_activity

),

social_ranks as (

    select social_posts as ranked_value, cast(coalesce(sum(count(*)) over (order by social_posts asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by social_posts

),

learning_ranks as (

    select courses as ranked_value, cast(coalesce(sum(count(*)) over (order by courses asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by courses

),

ranked as (

    select
        i.fan_sk,
        a.percent_rank_of_value as attendance_rank,
        d.percent_rank_of_value as digital_rank,
        s.percent_rank_of_value as social_rank,
        l.percent_rank_of_value as learning_rank
    from inputs as i
    inner join attendance_ranks as a on a.ranked_value = i.attended_days
    inner join digital_ranks as d on d.ranked_value = i.digital_activity
    inner join social_ranks as s on s.ranked_value = i.social_posts
    inner join learning_ranks as l on l.ranked_value = i.courses

),

final as (

    select
        fan_sk,
        cast(round(cast(cast(0.3 as double) * 100 * attendance_rank + cast(0.4 as double) * 100 * digital_rank + cast(0.2 as double) * 100 * social_rank + cast(0.1 as double) * 100 * learning_rank as decimal(18, 8)), 2) as decimal(5, 2)) as engagement_score,
        cast(round(cast(100 * attendance_rank as decimal(18, 8)), 2) as decimal(5, 2)) as attendance_component,
        cast(round(cast(100 * digital_rank as decimal(18, 8)), 2) as decimal(5, 2)) as digital_component,
        cast(round(cast(100 * social_rank as decimal(18, 8)), 2) as decimal(5, 2)) as social_component,
        cast(round(cast(100 * learning_rank as decimal(18, 8)), 2) as decimal(5, 2)) as learning_component
    from ranked

)

select * from final
