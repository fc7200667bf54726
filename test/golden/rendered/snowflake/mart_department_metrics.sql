

-- Five departments, one shape: the figures over all of a department's fans (kpi), then split (breakdown).
with totals as (

    select *
    from work_run_now.int_department_totals

),

wanted as (

    select v.department, v.kind, v.metric, v.unit, v.sort_order
    from (values
        ('executive', 'kpi', 'average_wonder_score', 'score', 1),
        ('executive', 'kpi', 'fans', 'fans', 2),
        ('executive', 'kpi', 'elite_fans', 'fans', 3),
        ('executive', 'kpi', 'at_risk_fans', 'fans', 4),
        ('executive', 'kpi', 'average_sentiment', 'score', 5),
        ('executive', 'kpi', 'revenue', 'money', 6),
        ('executive', 'breakdown', 'fans', 'fans', 1),
        ('executive', 'breakdown', 'average_wonder_score', 'score', 2),
        ('executive', 'breakdown', 'revenue', 'money', 3),
        ('athletics', 'kpi', 'fans', 'fans', 1),
        ('athletics', 'kpi', 'average_engagement', 'score', 2),
        ('athletics', 'kpi', 'average_hospitality', 'score', 3),
        ('athletics', 'kpi', 'attended_days', 'days', 4),
        ('athletics', 'kpi', 'at_risk_fans', 'fans', 5),
        ('athletics', 'breakdown', 'fans', 'fans', 1),
        ('athletics', 'breakdown', 'average_engagement', 'score', 2),
        ('athletics', 'breakdown', 'average_hospitality', 'score', 3),
        ('marketing', 'kpi', 'fans', 'fans', 1),
        ('marketing', 'kpi', 'average_digital', 'score', 2),
        ('marketing', 'kpi', 'average_engagement', 'score', 3),
        ('marketing', 'kpi', 'email_opens', 'count', 4),
        ('marketing', 'kpi', 'at_risk_fans', 'fans', 5),
        ('marketing', 'breakdown', 'fans', 'fans', 1),
        ('marketing', 'breakdown', 'average_digital', 'score', 2),
        ('marketing', 'breakdown', 'email_opens', 'count', 3),
        ('finance', 'kpi', 'revenue', 'money', 1),
        ('finance', 'kpi', 'revenue_per_fan', 'money', 2),
        ('finance', 'kpi', 'lifetime_value', 'money', 3),
        ('finance', 'kpi', 'average_value', 'score', 4),
        ('finance', 'kpi', 'average_efficiency', 'score', 5),
        ('finance', 'breakdown', 'fans', 'fans', 1),
        ('finance', 'breakdown', 'revenue', 'money', 2),
        ('finance', 'breakdown', 'average_value', 'score', 3),
        ('alumni', 'kpi', 'fans', 'fans', 1),
        ('alumni', 'kpi', 'average_advocacy', 'score', 2),
        ('alumni', 'kpi', 'referrals', 'count', 3),
        ('alumni', 'kpi', 'hostings', 'count', 4),
        ('alumni', 'kpi', 'lifetime_value', 'money', 5),
        ('alumni', 'breakdown', 'fans', 'fans', 1),
        ('alumni', 'breakdown', 'average_advocacy', 'score', 2),
        ('alumni', 'breakdown', 'average_engagement', 'score', 3)
    ) as v (department, kind, metric, unit, sort_order)

),

final as (

    select
        w.department,
        w.kind,
        w.metric,
        case when t.is_total then null else t.dimension end as dimension,
        t.dimension_value,
        cast(case w.metric
            when 'fans' then t.fans
            when 'average_wonder_score' then t.average_wonder_score
            when 'average_engagement' then t.average_engagement
            when 'average_value' then t.average_value
            when 'average_sentiment' then t.average_sentiment
            when 'average_advocacy' then t.average_advocacy
            when 'average_hospitality' then t.average_hospitality
            when 'average_digital' then t.average_digital
            when 'average_efficiency' then t.average_efficiency
            when 'elite_fans' then t.elite_fans
            when 'at_risk_fans' then t.at_risk_fans
            when 'revenue' then cast(t.revenue as double)
            when 'revenue_per_fan' then t.revenue_per_fan
            when 'lifetime_value' then cast(t.lifetime_value as double)
            when 'attended_days' then t.attended_days
            when 'email_opens' then t.email_opens
            when 'referrals' then t.referrals
            when 'hostings' then t.hostings
        end as decimal(24, 4)) as metric_value,
        w.unit,
        t.fans,
        cast(w.sort_order as bigint) as sort_order,
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from wanted as w
    inner join totals as t on t.department = w.department and t.is_total = (w.kind = 'kpi')

)

select * from final
