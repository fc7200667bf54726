

-- The groups of fans each department looks at, with the dimension it breaks them down by.
with final as (

    select 'executive' as department, 'wonder_score_tier' as dimension, wonder_score_tier as dimension_value, g.*
    from work_run_now.int_fan_groups as g
    union all
    select 'athletics' as department, 'primary_sport' as dimension, primary_sport as dimension_value, g.*
    from work_run_now.int_fan_groups as g
    where primary_sport is not null
    union all
    select 'marketing' as department, 'primary_affiliation' as dimension, primary_affiliation as dimension_value, g.*
    from work_run_now.int_fan_groups as g
    where marketing_opt_in
    union all
    select 'finance' as department, 'loyalty_tier' as dimension, loyalty_tier as dimension_value, g.*
    from work_run_now.int_fan_groups as g
    where true
    union all
    select 'alumni' as department, 'primary_sport' as dimension, primary_sport as dimension_value, g.*
    from work_run_now.int_fan_groups as g
    where primary_affiliation = 'Alumni'

)

select * from final
