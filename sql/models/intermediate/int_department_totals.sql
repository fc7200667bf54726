{{ config(meta={'stage': 'predict'}) }}

-- A department's measures over all its fans (is_total), and per value of its dimension.
with fan_groups as (

    select *
    from {{ ref('int_department_groups') }}

),

departments as (

    select v.department
    from (values ('executive'), ('athletics'), ('marketing'), ('finance'), ('alumni')) as v (department)

),

summed as (

    select
        department,
        dimension,
        dimension_value,
        grouping(dimension_value) = 1 as is_total,
        cast(sum(fans) as bigint) as fans,
        cast(sum(elite_fans) as bigint) as elite_fans,
        cast(sum(at_risk_fans) as bigint) as at_risk_fans,
        cast(sum(wonder_points) as double) / nullif(sum(fans), 0) as average_wonder_score,
        cast(sum(engagement_points) as double) / nullif(sum(fans), 0) as average_engagement,
        cast(sum(value_points) as double) / nullif(sum(fans), 0) as average_value,
        cast(sum(sentiment_points) as double) / nullif(sum(fans), 0) as average_sentiment,
        cast(sum(advocacy_points) as double) / nullif(sum(fans), 0) as average_advocacy,
        cast(sum(hospitality_points) as double) / nullif(sum(hospitality_fans), 0) as average_hospitality,
        cast(sum(digital_points) as double) / nullif(sum(digital_fans), 0) as average_digital,
        cast(sum(efficiency_points) as double) / nullif(sum(efficiency_fans), 0) as average_efficiency,
        sum(lifetime_value) as lifetime_value,
        sum(revenue) as revenue,
        cast(sum(revenue) as double) / nullif(sum(fans), 0) as revenue_per_fan,
        cast(sum(attended_days) as bigint) as attended_days,
        cast(sum(email_opens) as bigint) as email_opens,
        cast(sum(referrals) as bigint) as referrals,
        cast(sum(hostings) as bigint) as hostings
    from fan_groups
    group by grouping sets ((department, dimension), (department, dimension, dimension_value))

),

-- A department without fans still has its figures: none of them, and no averages.
final as (

    select
        d.department,
        s.dimension,
        s.dimension_value,
        coalesce(s.is_total, true) as is_total,
        coalesce(s.fans, 0) as fans,
        coalesce(s.elite_fans, 0) as elite_fans,
        coalesce(s.at_risk_fans, 0) as at_risk_fans,
        s.average_wonder_score,
        s.average_engagement,
        s.average_value,
        s.average_sentiment,
        s.average_advocacy,
        s.average_hospitality,
        s.average_digital,
        s.average_efficiency,
        s.lifetime_value,
        s.revenue,
        s.revenue_per_fan,
        s.attended_days,
        s.email_opens,
        s.referrals,
        s.hostings
    from departments as d
    left join summed as s on s.department = d.department

)

select * from final
