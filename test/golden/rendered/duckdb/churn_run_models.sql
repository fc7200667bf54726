-- The models that predicted a run; null without one.
with final as (

    select max(churn_model) as churn_model, max(ltv_model) as ltv_model
    from analytics.mart_wonderscore_extended
    where
        run_id = ?
        and score_date = cast(? as date)

)

select * from final
