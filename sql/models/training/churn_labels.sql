-- Who did nothing in the 90 days after the as-of date: no engagement, no attendance, no purchase.
with fans as (

    select fan_sk
    from {{ ref('int_population') }}

),

seen as (

    select fan_sk
    from {{ ref('stg_engagement') }}
    where {{ in_days_after(var('churn_label_days')) }}
    union all
    select fan_sk
    from {{ ref('stg_attendance') }}
    where {{ in_days_after(var('churn_label_days')) }}
        and event_sk is not null
        and not coalesce(no_show, false)
    union all
    select fan_sk
    from {{ ref('stg_spend') }}
    where {{ in_days_after(var('churn_label_days')) }}
        and coalesce(net_revenue, 0) >= 0

),

seen_fans as (

    select distinct fan_sk
    from seen

),

final as (

    select f.fan_sk, cast(case when s.fan_sk is null then 1 else 0 end as bigint) as label
    from fans as f
    left join seen_fans as s on s.fan_sk = f.fan_sk

)

select * from final
