{{ config(materialized='table') }}

-- A fan is known by both keys: of rows that share either, the one with the smallest fan_sk stays.
with source as (

    select fan_sk, wonder_id, account_created_date, current_tier, primary_sport, primary_affiliation, marketing_opt_in, is_active
    from {{ source('landing', 'dim_fan') }}
    where fan_sk is not null and wonder_id is not null

),

repeated_fans as (

    select fan_sk
    from source
    group by fan_sk
    having count(*) > 1

),

one_per_fan as (

    select s.*
    from source as s
    left join repeated_fans as r on r.fan_sk = s.fan_sk
    where r.fan_sk is null
    union all
    select s.*
    from source as s
    inner join repeated_fans as r on r.fan_sk = s.fan_sk
    qualify row_number() over (partition by s.fan_sk order by
        s.wonder_id asc nulls last, s.account_created_date asc nulls last, s.current_tier asc nulls last,
        s.primary_sport asc nulls last, s.primary_affiliation asc nulls last, s.marketing_opt_in asc nulls last,
        s.is_active asc nulls last
    ) = 1

),

repeated_ids as (

    select wonder_id, min(fan_sk) as first_fan_sk
    from one_per_fan
    group by wonder_id
    having count(*) > 1

),

final as (

    select f.*
    from one_per_fan as f
    left join repeated_ids as r on r.wonder_id = f.wonder_id
    where r.first_fan_sk is null or r.first_fan_sk = f.fan_sk

)

select * from final
