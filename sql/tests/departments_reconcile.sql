-- What is counted or summed over a department is the sum over its parts; the executive sees everybody.
with metrics as (

    select department, kind, metric, metric_value, fans
    from {{ ref('mart_department_metrics') }}
    where {{ of_this_run() }}

),

totals as (

    select department, metric, metric_value, fans
    from metrics
    where kind = 'kpi'

),

parts as (

    select department, metric, sum(metric_value) as metric_value, sum(fans) as fans
    from metrics
    where kind = 'breakdown'
    group by department, metric

),

expected as (

    select 'fans' as metric, count(*) as expected_value from {{ ref('int_population') }}
    union all
    select 'elite_fans' as metric, fans as expected_value from {{ ref('mart_segment_summary') }} where {{ of_this_run() }} and segment = 'elite'
    union all
    select 'at_risk_fans' as metric, fans as expected_value from {{ ref('mart_segment_summary') }} where {{ of_this_run() }} and segment = 'at_risk'
    union all
    select 'revenue' as metric, sum(revenue) as expected_value from {{ ref('mart_score_inputs') }} where {{ of_this_run() }}

),

final as (

    select t.department, t.metric, t.metric_value as stated, p.metric_value as counted
    from totals as t
    inner join parts as p on p.department = t.department and p.metric = t.metric
    where p.fans <> t.fans
        or (t.metric in ('fans', 'revenue', 'email_opens', 'referrals') and p.metric_value <> t.metric_value)
    union all
    select t.department, t.metric, t.metric_value as stated, e.expected_value as counted
    from expected as e
    left join totals as t on t.department = 'executive' and t.metric = e.metric
    where coalesce(t.metric_value, 0) <> coalesce(e.expected_value, 0)

)

select * from final
