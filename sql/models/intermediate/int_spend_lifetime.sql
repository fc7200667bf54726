with spend as (

    select fan_sk, net_revenue
    from {{ ref('stg_spend') }}
    where date_key <= {{ date_key(as_of()) }}
        and {{ is_calendar_day('date_key') }}

),

final as (

    select
        fan_sk,
        {{ money('sum(coalesce(net_revenue, 0))') }} as lifetime_value,
        count(case when coalesce(net_revenue, 0) >= 0 then 1 end) as orders
    from spend
    group by fan_sk

)

select * from final
