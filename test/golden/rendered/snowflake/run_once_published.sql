-- A run that readers may have seen, also after another one of its day has replaced it.
with final as (

    select run_id, score_date, calculated_at, data_as_of
    from analytics.score_runs
    where run_id = ? and published_at is not null and rows_kept

)

select * from final
