-- Joins, and the landing table named in each part, on purpose: see the macro without_copies.
with repeated_ids as (

    select transaction_id as repeated_id
    from work_run_now.stg_repeated_transactions
    where transaction_id is not null

),

repeated_rows as (

    select spend_sk as repeated_key
    from work_run_now.stg_repeated_transactions
    where transaction_id is null

),

single_rows as (

    select spend_sk, fan_sk, date_key, product_sk, transaction_id, net_revenue
    from landing.fact_spend as s
    left join repeated_ids as i on i.repeated_id = s.transaction_id
    left join repeated_rows as r on r.repeated_key = s.spend_sk and s.transaction_id is null
    where i.repeated_id is null and r.repeated_key is null

),

first_of_transaction as (

    select spend_sk, fan_sk, date_key, product_sk, transaction_id, net_revenue
    from landing.fact_spend as s
    inner join repeated_ids as i on i.repeated_id = s.transaction_id
    qualify row_number() over (
        partition by s.transaction_id
        order by s.spend_sk asc nulls last, s.fan_sk asc nulls last, s.date_key asc nulls last,
            s.product_sk asc nulls last, s.net_revenue asc nulls last
    ) = 1

),

first_of_row as (

    select spend_sk, fan_sk, date_key, product_sk, transaction_id, net_revenue
    from landing.fact_spend as s
    inner join repeated_rows as r on r.repeated_key = s.spend_sk and s.transaction_id is null
    qualify row_number() over (
        partition by s.spend_sk
        order by s.fan_sk asc nulls last, s.date_key asc nulls last,
            s.product_sk asc nulls last, s.net_revenue asc nulls last
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
