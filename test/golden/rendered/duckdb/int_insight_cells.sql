-- Fans who are alike in all that insights look at: everything else is added up per cell, and cells make groups.
with alike as (

    select
        coalesce(primary_sport, '') as sport,
        coalesce(primary_affiliation, '') as affiliation,
        coalesce(loyalty_tier, '') as tier,
        marketing_opt_in,
        count(*) as fans
    from work_run_now.int_population
    group by
        coalesce(primary_sport, ''),
        coalesce(primary_affiliation, ''),
        coalesce(loyalty_tier, ''),
        marketing_opt_in

),

final as (

    select
        cast(row_number() over (
            order by sport asc nulls last, affiliation asc nulls last, tier asc nulls last, marketing_opt_in asc nulls last
        ) as bigint) as cell_id,
        nullif(sport, '') as primary_sport,
        nullif(affiliation, '') as primary_affiliation,
        nullif(tier, '') as loyalty_tier,
        marketing_opt_in,
        fans
    from alike

)

select * from final
