{{ config(materialized='view') }}

-- The loyalty tier a fan had on the as-of date: what the last change by then led to, else what the first change
-- after it led away from, else today's.
with fans as (

    select fan_sk, current_tier
    from {{ ref('stg_fans') }}

),

changes as (

    select fan_sk, date_key, loyalty_sk, tier_before, tier_after
    from {{ ref('stg_loyalty') }}
    where activity_type = 'TierChange'
        and date_key <= {{ date_key(known_until()) }}
        and {{ is_calendar_day('date_key') }}

),

last_before as (

    select fan_sk, tier_after
    from changes
    where date_key <= {{ date_key(as_of()) }}
    qualify row_number() over (
        partition by fan_sk
        order by date_key desc nulls last, loyalty_sk desc nulls last, tier_after asc nulls last
    ) = 1

),

first_after as (

    select fan_sk, tier_before
    from changes
    where date_key > {{ date_key(as_of()) }}
    qualify row_number() over (
        partition by fan_sk
        order by date_key asc nulls last, loyalty_sk asc nulls last, tier_before asc nulls last
    ) = 1

),

final as (

    select f.fan_sk, coalesce(b.tier_after, a.tier_before, f.current_tier) as loyalty_tier
    from fans as f
    left join last_before as b on b.fan_sk = f.fan_sk
    left join first_after as a on a.fan_sk = f.fan_sk

)

select * from final
