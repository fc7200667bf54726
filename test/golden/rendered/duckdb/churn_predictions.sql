-- What a run predicted of the fans in scope whose ids are asked for.
with final as (

    select
        e.wonder_id,
        e.churn_probability,
        e.churn_risk,
        e.churn_risk_level,
        e.churn_source,
        e.churn_model,
        e.predicted_ltv,
        e.ltv_model
    from analytics.mart_wonderscore_extended as e
    where
        e.run_id = ?
        and e.score_date = cast(? as date)
        and true
        and e.wonder_id in (?, ?, ?)

)

select * from final
