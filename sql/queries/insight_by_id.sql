-- An insight by its id, as the newest published run that lists it has it. Binds: id, smallest group.
with final as (

    select i.insight_id, i.insight_key, i.department, i.score_date, i.moves_from
    from {{ var('analytics_schema') }}.mart_ai_insights as i
    inner join {{ var('analytics_schema') }}.score_runs as r on r.run_id = i.run_id
    where
        r.published
        and i.insight_id = ?
        and i.smallest_group >= ?
    qualify row_number() over (order by i.score_date desc nulls last) = 1

)

select * from final
