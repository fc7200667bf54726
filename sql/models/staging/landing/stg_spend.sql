with source as (

    select spend_sk, fan_sk, date_key, product_sk, transaction_id, net_revenue
    from {{ source('landing', 'fact_spend') }}

),

repeated as (

    select transaction_id, spend_sk
    from {{ ref('stg_repeated_transactions') }}

),

single_rows as (

    select s.*
    from source as s
    where not exists (select 1 from repeated as r where r.transaction_id = s.transaction_id)
        and (
            s.transaction_id is not null
            or not exists (select 1 from repeated as r where r.transaction_id is null and r.spend_sk = s.spend_sk)
        )

),

first_of_transaction as (

    select s.*
    from source as s
    where exists (select 1 from repeated as r where r.transaction_id = s.transaction_id)
    qualify row_number() over (
        partition by s.transaction_id
        order by s.spend_sk asc nulls last, s.fan_sk asc nulls last, s.date_key asc nulls last
    ) = 1

),

first_of_row as (

    select s.*
    from source as s
    where s.transaction_id is null
        and exists (select 1 from repeated as r where r.transaction_id is null and r.spend_sk = s.spend_sk)
    qualify row_number() over (
        partition by s.spend_sk
        order by s.fan_sk asc nulls last, s.date_key asc nulls last
    ) = 1

),

final as (

    select * from single_rows
    union all
    select * from first_of_transaction
    union all
    select * from first_of_row

)

select * from final
