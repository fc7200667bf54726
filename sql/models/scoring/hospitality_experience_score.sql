{{ config(meta={'stage': 'extend'}) }}

with inputs as (

    select fan_sk, service_average, fb_average, hospitality_days, experiences
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}
        and experiences is not null

),

fb_ranks as (

    {{ rank_by_value('inputs', 'fb_average') }}

),

frequency_ranks as (

    {{ rank_by_value('inputs', 'hospitality_days') }}

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
        {{ share('fb_rank') }} as fb_rank,
        {{ share('hospitality_days_rank') }} as hospitality_days_rank,
        {{ score(clip(number(var('hospitality_weights').service) ~ ' * coalesce(service_average, ' ~ number(var('service_default')) ~ ') / 5 * 100 + ' ~ weighted(var('hospitality_weights').fb, 'fb_rank') ~ ' + ' ~ weighted(var('hospitality_weights').frequency, 'hospitality_days_rank') ~ ' + ' ~ weighted(var('hospitality_weights').repeat, 'repeat_share'), 0, 100)) }} as hospitality_experience_score
    from ranked

)

select * from final
