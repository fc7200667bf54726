

-- Which cells belong to which group of which department; the dimension 'all' is the whole department.
with cells as (

    select cell_id, primary_sport, primary_affiliation, loyalty_tier, marketing_opt_in, fans
    from work_run_now.int_insight_cells

),

scoped as (

    select 'executive' as department, c.*
    from cells as c
    union all
    select 'athletics' as department, c.*
    from cells as c
    where primary_sport is not null
    union all
    select 'marketing' as department, c.*
    from cells as c
    where marketing_opt_in
    union all
    select 'finance' as department, c.*
    from cells as c
    where true
    union all
    select 'alumni' as department, c.*
    from cells as c
    where primary_affiliation = 'Alumni'

),

final as (

    select department, 'all' as dimension, cast(null as varchar) as dimension_value, cell_id, fans
    from scoped
    union all
    select department, 'primary_sport' as dimension, primary_sport as dimension_value, cell_id, fans
    from scoped
    union all
    select department, 'primary_affiliation' as dimension, primary_affiliation as dimension_value, cell_id, fans
    from scoped
    union all
    select department, 'loyalty_tier' as dimension, loyalty_tier as dimension_value, cell_id, fans
    from scoped

)

select * from final
