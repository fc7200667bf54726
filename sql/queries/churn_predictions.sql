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
    from {{ ref('mart_wonderscore_extended') }} as e
    where
        e.run_id = ?
        and e.score_date = cast(? as date)
        and {{ in_scope('e') }}
        and e.wonder_id in ({{ var('id_marks', '?') }})

)

select * from final
