-- Where the models' inputs and those of the scores speak of the same thing, they do not contradict each other.
with inputs as (

    select *
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

lifetime as (

    select fan_sk, lifetime_value, orders
    from {{ ref('int_spend_lifetime') }}

),

final as (

    select i.fan_sk
    from inputs as i
    left join lifetime as t on t.fan_sk = i.fan_sk
    where i.lifetime_value <> coalesce(t.lifetime_value, 0)
        or i.orders_lifetime <> coalesce(t.orders, 0)
        or i.orders_lifetime < i.purchase_days
        or i.total_events_attended < case when i.attended_days > 0 then 1 else 0 end
        or i.engagements_last_30d > coalesce(i.engagement_rows, 0)
        or i.days_since_last_engagement <> coalesce(i.days_since_engagement, i.days_since_last_engagement)
        or (i.days_since_engagement is null and i.days_since_last_engagement <= {{ var('window_days') }})

)

select * from final
