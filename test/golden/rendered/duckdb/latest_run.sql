-- The published run of the newest day, and a version of all that is published. Every publishing adds one to the runs
-- ever published, whatever the clock says; every run that is forgotten takes one from those published now.
with published as (

    select run_id, score_date, calculated_at, data_as_of
    from analytics.score_runs
    where published

),

publications as (

    select
        count(*) as ever_published,
        cast(coalesce(sum(case when published then 1 else 0 end), 0) as bigint) as now_published
    from analytics.score_runs
    where published_at is not null

),

final as (

    select p.run_id, p.score_date, p.calculated_at, p.data_as_of, c.ever_published, c.now_published
    from published as p
    cross join publications as c
    order by p.score_date desc nulls last
    limit 1

)

select * from final
