-- Where the models' inputs and those of the scores speak of the same thing, they say the same.
with inputs as (

    select fan_sk, revenue, engagement_rows, days_since_engagement
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

extended as (

    select fan_sk, lifetime_value
    from {{ ref('mart_wonderscore_extended') }}
    where {{ of_this_run() }}

),

model_inputs as (

    select *
    from {{ ref('mart_model_inputs') }}
    where {{ of_this_run() }}

),

final as (

    select i.fan_sk
    from inputs as i
    inner join extended as e on e.fan_sk = i.fan_sk
    left join model_inputs as m on m.fan_sk = i.fan_sk
    where m.fan_sk is null
        or m.spend_last_30d + m.spend_prior_60d <> i.revenue
        or m.total_spend_lifetime <> e.lifetime_value
        or m.engagements_last_30d > coalesce(i.engagement_rows, 0)
        or m.days_since_last_engagement <> coalesce(i.days_since_engagement, m.days_since_last_engagement)
        or (i.days_since_engagement is null and m.days_since_last_engagement <= {{ var('window_days') }})

)

select * from final
