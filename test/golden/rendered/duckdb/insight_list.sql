-- What stands on a run's day for a department, but for what was dismissed since. Binds: department, run, its day, smallest group.
with newest as (

    select insight_id, insight_key, verdict
    from analytics.insight_feedback
    qualify row_number() over (
        partition by insight_key order by given_at desc nulls last, feedback_id desc nulls last
    ) = 1

),

final as (

    select
        i.insight_id, i.insight_type, i.department, i.priority, i.sort_order, i.title, i.description,
        i.metric_name, i.metric_label, i.metric_value, i.fans, i.score_date, i.calculated_at, i.run_id, i.evidence
    from analytics.mart_ai_insights as i
    left join newest as n on n.insight_id = i.insight_id and n.verdict in ('wrong', 'known')
    where
        i.department = ?
        and i.run_id = ?
        and i.score_date = cast(? as date)
        and i.smallest_group >= ?
        and n.insight_id is null
    order by i.sort_order

)

select * from final
