-- A model with its trees and figures.
with final as (

    select
        version,
        kind,
        trained_at,
        run_id,
        snapshot_date,
        data_cut_off,
        seed,
        published,
        refused_because,
        figures,
        model
    from analytics.ml_models
    where version = ?

)

select * from final
