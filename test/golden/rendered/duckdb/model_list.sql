-- Every training, newest first; its trees are left out.
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
        published_at,
        refused_because,
        figures,
        model is not null as has_trees
    from analytics.ml_models
    order by trained_at desc nulls last, version asc nulls last
    limit ?

)

select * from final
