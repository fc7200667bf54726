-- What the published models say of each fan. Without a model nobody has a row: a run that predicts puts them in
-- before anything reads them.
with final as (

    select
        fan_sk,
        cast(null as double) as churn_probability,
        cast(null as varchar) as churn_model,
        cast(null as decimal(18, 2)) as predicted_ltv,
        cast(null as varchar) as ltv_model
    from work_run_now.int_population
    where 1 = 0

)

select * from final
