{{ config(meta={'stage': 'extend'}) }}

with inputs as (

    select fan_sk, digital_sessions, digital_seconds, click_rate, mobile_share
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}
        and engagement_rows is not null

),

session_ranks as (

    {{ rank_by_value('inputs', 'digital_sessions') }}

),

second_ranks as (

    {{ rank_by_value('inputs', 'digital_seconds') }}

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
        {{ share('sessions_rank') }} as sessions_rank,
        {{ share('seconds_rank') }} as seconds_rank,
        {{ score(weighted(var('digital_weights').sessions, 'sessions_rank') ~ ' + ' ~ weighted(var('digital_weights').seconds, 'seconds_rank') ~ ' + ' ~ weighted(var('digital_weights').click_rate, 'click_rate') ~ ' + ' ~ weighted(var('digital_weights').mobile, 'mobile_share')) }} as digital_affinity_score
    from ranked

)

select * from final
