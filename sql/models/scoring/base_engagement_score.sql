with inputs as (

    select fan_sk, attended_days, digital_activity, social_posts, courses
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

attendance_ranks as (

    {{ rank_by_value('inputs', 'attended_days') }}

),

digital_ranks as (

    {{ rank_by_value('inputs', 'digital_activity') }}

),

social_ranks as (

    {{ rank_by_value('inputs', 'social_posts') }}

),

learning_ranks as (

    {{ rank_by_value('inputs', 'courses') }}

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
        {{ score(weighted(var('engagement_weights').attendance, 'attendance_rank') ~ ' + ' ~ weighted(var('engagement_weights').digital, 'digital_rank') ~ ' + ' ~ weighted(var('engagement_weights').social, 'social_rank') ~ ' + ' ~ weighted(var('engagement_weights').learning, 'learning_rank')) }} as engagement_score,
        {{ score('100 * attendance_rank') }} as attendance_component,
        {{ score('100 * digital_rank') }} as digital_component,
        {{ score('100 * social_rank') }} as social_component,
        {{ score('100 * learning_rank') }} as learning_component
    from ranked

)

select * from final
