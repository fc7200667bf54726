{{ config(materialized='view', meta={'stage': 'predict'}) }}

-- The groups of fans each department looks at, with the dimension it breaks them down by.
with final as (

    select 'executive' as department, 'wonder_score_tier' as dimension, wonder_score_tier as dimension_value, g.*
    from {{ ref('int_fan_groups') }} as g
    union all
    select 'athletics' as department, 'primary_sport' as dimension, primary_sport as dimension_value, g.*
    from {{ ref('int_fan_groups') }} as g
    where {{ var('department_scopes').athletics }}
    union all
    select 'marketing' as department, 'primary_affiliation' as dimension, primary_affiliation as dimension_value, g.*
    from {{ ref('int_fan_groups') }} as g
    where {{ var('department_scopes').marketing }}
    union all
    select 'finance' as department, 'loyalty_tier' as dimension, loyalty_tier as dimension_value, g.*
    from {{ ref('int_fan_groups') }} as g
    where {{ var('department_scopes').finance }}
    union all
    select 'alumni' as department, 'primary_sport' as dimension, primary_sport as dimension_value, g.*
    from {{ ref('int_fan_groups') }} as g
    where {{ var('department_scopes').alumni }}

)

select * from final
