{{ config(materialized='table') }}

-- Spend is known by its transaction id; rows without one by their surrogate key.
with source as (

    select transaction_id, spend_sk
    from {{ source('landing', 'fact_spend') }}

),

repeated_ids as (

    select transaction_id, cast(null as bigint) as spend_sk
    from source
    where transaction_id is not null
    group by transaction_id
    having count(*) > 1

),

repeated_rows as (

    select cast(null as varchar) as transaction_id, spend_sk
    from source
    where transaction_id is null and spend_sk is not null
    group by spend_sk
    having count(*) > 1

),

final as (

    select transaction_id, spend_sk from repeated_ids
    union all
    select transaction_id, spend_sk from repeated_rows

)

select * from final
