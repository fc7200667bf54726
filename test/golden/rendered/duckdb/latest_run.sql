-- The published run of the newest day, and a version of all that is published: any publishing changes it.
with published as (

    select run_id, score_date, calculated_at, data_as_of, published_at
    from analytics.score_runs
    where published

),

publications as (

    select count(*) as published_runs, max(published_at) as last_published_at
    from published

),

final as (

    select p.run_id, p.score_date, p.calculated_at, p.data_as_of, c.published_runs, c.last_published_at
    from published as p
    cross join publications as c
    order by p.score_date desc
    limit 1

)

select * from final
