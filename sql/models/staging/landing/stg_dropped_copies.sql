{{ config(materialized='table') }}

-- The rows that staging drops as copies, so that they can be counted without reading whole facts again.
with spend_copies as (

    select s.fan_sk, s.date_key, s.spend_sk, s.transaction_id as repeated_id, cast(null as bigint) as repeated_key
    from {{ source('landing', 'fact_spend') }} as s
    inner join {{ ref('stg_repeated_transactions') }} as r on r.transaction_id = s.transaction_id
    union all
    select s.fan_sk, s.date_key, s.spend_sk, cast(null as varchar) as repeated_id, s.spend_sk as repeated_key
    from {{ source('landing', 'fact_spend') }} as s
    inner join {{ ref('stg_repeated_transactions') }} as r on r.spend_sk = s.spend_sk
    where s.transaction_id is null

),

dropped_spend as (

    select fan_sk, date_key
    from spend_copies
    qualify row_number() over (
        partition by repeated_id, repeated_key
        order by spend_sk asc nulls last, fan_sk asc nulls last, date_key asc nulls last
    ) > 1

),

final as (

    {{ dropped_copies('fact_engagement', 'engagement_sk') }}
    union all
    select 'fact_spend' as source_table, fan_sk, date_key from dropped_spend
    union all
    {{ dropped_copies('fact_loyalty', 'loyalty_sk') }}
    union all
    {{ dropped_copies('fact_sentiment', 'sentiment_sk') }}
    union all
    {{ dropped_copies('fact_attendance', 'attendance_sk') }}
    union all
    {{ dropped_copies('fact_hospitality', 'hospitality_sk') }}
    union all
    {{ dropped_copies('fact_advocacy', 'advocacy_sk') }}

)

select * from final
