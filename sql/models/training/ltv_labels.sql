-- Net revenue in the 365 days after the as-of date, and in those up to it.
with fans as (

    select fan_sk
    from {{ ref('int_population') }}

),

spend as (

    select
        fan_sk,
        sum(case when date_key > {{ date_key(as_of()) }} then coalesce(net_revenue, 0) else 0 end) as revenue_after,
        sum(case when date_key <= {{ date_key(as_of()) }} then coalesce(net_revenue, 0) else 0 end) as revenue_before
    from {{ ref('stg_spend') }}
    where date_key > {{ key_before(var('ltv_label_days')) }}
        and date_key <= {{ key_before('-' ~ var('ltv_label_days')) }}
        and {{ is_calendar_day('date_key') }}
    group by fan_sk

),

final as (

    select
        f.fan_sk,
        {{ money('s.revenue_before') }} as net_revenue_prior_365d,
        {{ money('s.revenue_after') }} as label
    from fans as f
    left join spend as s on s.fan_sk = f.fan_sk

)

select * from final
