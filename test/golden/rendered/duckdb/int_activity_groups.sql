-- What happened per day in the groups of the departments: whole departments on every day, groups over two spans.
with activity as (

    select *
    from work_run_now.int_activity_cells

),

members as (

    select department, dimension, dimension_value, cell_id
    from work_run_now.int_insight_members

),

final as (

    select
        m.department,
        m.dimension,
        m.dimension_value,
        case when m.dimension = 'all' then a.days_before end as days_before,
        case when m.dimension = 'all' then null else a.days_before < 28 end as is_now,
        cast(least(greatest(coalesce(sum(a.touches), 0), -9007199254740991), 9007199254740991) as bigint) as touches,
        cast(least(greatest(coalesce(sum(a.email_opens), 0), -9007199254740991), 9007199254740991) as bigint) as email_opens,
        cast(least(greatest(coalesce(sum(a.purchases), 0), -9007199254740991), 9007199254740991) as bigint) as purchases,
        cast(least(greatest(coalesce(sum(a.revenue), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as revenue,
        cast(least(greatest(coalesce(sum(a.donations), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as donations,
        cast(least(greatest(coalesce(sum(a.attendances), 0), -9007199254740991), 9007199254740991) as bigint) as attendances,
        cast(least(greatest(coalesce(sum(a.complaints), 0), -9007199254740991), 9007199254740991) as bigint) as complaints,
        cast(least(greatest(coalesce(sum(a.referrals), 0), -9007199254740991), 9007199254740991) as bigint) as referrals
    from activity as a
    inner join members as m on m.cell_id = a.cell_id
    where m.dimension = 'all' or a.days_before < 2 * 28
    group by
        m.department,
        m.dimension,
        m.dimension_value,
        case when m.dimension = 'all' then a.days_before end,
        case when m.dimension = 'all' then null else a.days_before < 28 end

)

select * from final
