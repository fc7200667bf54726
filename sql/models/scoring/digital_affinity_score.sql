{{ config(meta={'stage': 'extend'}) }}

with population as (

    select fan_sk
    from {{ ref('int_population') }}

),

engagement as (

    select fan_sk, engagement_rows, clicks, impressions, digital_seconds, mobile_rows
    from {{ ref('int_engagement_counts') }}

),

sessions as (

    select fan_sk, digital_sessions
    from {{ ref('int_engagement_sessions') }}

),

inputs as (

    select
        p.fan_sk,
        coalesce(s.digital_sessions, 0) as digital_sessions,
        e.digital_seconds,
        e.clicks,
        e.impressions,
        case when e.impressions = 0 then {{ number(var('click_rate_default')) }} else least(cast(e.clicks as double) / e.impressions, 1) end as click_rate,
        cast(e.mobile_rows as double) / e.engagement_rows as mobile_share
    from population as p
    inner join engagement as e on e.fan_sk = p.fan_sk
    left join sessions as s on s.fan_sk = p.fan_sk

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
        i.digital_sessions,
        i.digital_seconds,
        i.clicks,
        i.impressions,
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
        digital_sessions,
        digital_seconds,
        clicks,
        impressions,
        click_rate,
        mobile_share,
        sessions_rank,
        seconds_rank,
        {{ score(weighted(var('digital_weights').sessions, 'sessions_rank') ~ ' + ' ~ weighted(var('digital_weights').seconds, 'seconds_rank') ~ ' + ' ~ weighted(var('digital_weights').click_rate, 'click_rate') ~ ' + ' ~ weighted(var('digital_weights').mobile, 'mobile_share')) }} as digital_affinity_score
    from ranked

)

select * from final
