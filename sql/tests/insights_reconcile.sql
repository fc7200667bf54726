-- What detectors read adds up: groups to departments, departments to the figures that are published, spans to days.
with groups_of as (

    select department, dimension, sum(fans) as fans, sum(at_risk_fans) as at_risk_fans, sum(at_risk_revenue) as at_risk_revenue
    from {{ ref('int_insight_groups') }}
    group by department, dimension

),

uneven_groups as (

    select g.department || ' ' || g.dimension || ': groups' as finding
    from groups_of as g
    inner join groups_of as a on a.department = g.department and a.dimension = 'all'
    where g.fans <> a.fans or g.at_risk_fans <> a.at_risk_fans or g.at_risk_revenue <> a.at_risk_revenue

),

figures as (

    select department, metric, metric_value
    from {{ ref('mart_department_metrics') }}
    where {{ of_this_run() }} and kind = 'kpi'

),

other_figures as (

    select f.department || ': ' || f.metric as finding
    from figures as f
    inner join {{ ref('int_insight_groups') }} as g on g.department = f.department and g.dimension = 'all'
    inner join {{ ref('int_insight_spenders') }} as s on s.department = f.department
    where (f.metric = 'fans' and f.metric_value <> g.fans)
        or (f.metric = 'at_risk_fans' and f.metric_value <> g.at_risk_fans)
        or (f.metric = 'revenue' and f.metric_value < s.top_revenue and s.revenue = f.metric_value)

),

spans as (

    select department, dimension, sum(touches) as touches, sum(revenue) as revenue, sum(attendances) as attendances
    from {{ ref('int_activity_groups') }}
    where dimension <> 'all' or days_before < 2 * {{ var('insights').change_days }}
    group by department, dimension

),

uneven_spans as (

    select s.department || ' ' || s.dimension || ': activity' as finding
    from spans as s
    inner join spans as a on a.department = s.department and a.dimension = 'all'
    where s.touches <> a.touches or s.revenue <> a.revenue or s.attendances <> a.attendances

),

final as (

    select finding from uneven_groups
    union all
    select finding from other_figures
    union all
    select finding from uneven_spans

)

select * from final
