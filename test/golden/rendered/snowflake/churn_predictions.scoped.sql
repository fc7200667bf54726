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
        and e.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 1 else 0 end) = 1) and e.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 0 else 1 end = 1)
        and e.wonder_id in (?, ?, ?)

)

select * from final
