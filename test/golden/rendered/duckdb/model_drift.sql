-- The drift of every model at the newest run it predicted.
with measured as (

    select run_id, score_date, version, feature, psi, drift_level
    from analytics.ml_drift

),

published as (

    select run_id, score_date, published_at
    from analytics.score_runs
    where published

),

final as (

    select m.run_id, m.score_date, m.version, m.feature, m.psi, m.drift_level
    from measured as m
    inner join published as p on p.run_id = m.run_id
    qualify dense_rank() over (partition by m.version order by p.score_date desc nulls last, m.run_id asc nulls last) = 1

)

select * from final
