-- The fans who are scored: active today, with an account that existed on the as-of date.
-- depends_on: {{ ref('stg_fans') }}, {{ ref('int_snapshot_tiers') }}
with fans as (

    select fan_sk, wonder_id, account_created_date, current_tier, primary_sport, primary_affiliation, marketing_opt_in, is_active
    from {{ fans_of_day() }}

),

final as (

    select
        fan_sk,
        wonder_id,
        account_created_date,
        datediff('day', account_created_date, {{ as_of() }}) as account_age_days,
        current_tier as loyalty_tier,
        primary_sport,
        primary_affiliation,
        coalesce(marketing_opt_in, false) as marketing_opt_in
    from fans
    where is_active
        and (account_created_date is null or account_created_date <= {{ as_of() }})
    -- Whatever follows keeps this order, so that one fan's rows lie together when they are looked up.
    order by wonder_id asc nulls last

)

select * from final
