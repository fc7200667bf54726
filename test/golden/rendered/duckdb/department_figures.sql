-- The figures of one department in one run.
with final as (

    select kind, metric, dimension, dimension_value, metric_value, unit, fans, sort_order
    from analytics.mart_department_metrics
    where
        department = ?
        and run_id = ?
        and score_date = cast(? as date)
    order by sort_order, metric, dimension_value nulls last

)

select * from final
