-- An insight of a published run by its id, the newest run of its day. Binds: id, smallest group.
with final as (

    select i.insight_id, i.insight_key, i.department, i.score_date, i.moves_from
    from analytics.mart_ai_insights as i
    inner join analytics.score_runs as r on r.run_id = i.run_id
    where
        r.published
        and i.insight_id = ?
        and i.smallest_group >= ?

)

select * from final
