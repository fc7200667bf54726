-- The fans who are scored: active today, with an account that existed on the as-of date.
-- depends_on: work_run_now.stg_fans, work_run_now.int_snapshot_tiers
with fans as (

    select fan_sk, wonder_id, account_created_date, current_tier, primary_sport, primary_affiliation, marketing_opt_in, is_active
    from work_run_now.stg_fans

),

final as (

    select
        fan_sk,
        wonder_id,
        account_created_date,
        datediff('day', account_created_date, cast('2025-03-01' as date)) as account_age_days,
        current_tier as loyalty_tier,
        primary_sport,
        primary_affiliation,
        coalesce(marketing_opt_in, false) as marketing_opt_in
    from fans
    where is_active
        and (account_created_date is null or account_created_date <= cast('2025-03-01' as date))
    -- Whatever follows keeps this order, so that one fan's rows lie together when they are looked up.
    order by wonder_id asc nulls last

)

select * from final
