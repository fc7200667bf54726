-- What happened per day in the groups of the departments: whole departments on every day, groups over two spans.
with activity as (

    select *
    from {{ ref('int_activity_cells') }}

),

members as (

    select department, dimension, dimension_value, cell_id
    from {{ ref('int_insight_members') }}

),

final as (

    select
        m.department,
        m.dimension,
        m.dimension_value,
        case when m.dimension = 'all' then a.days_before end as days_before,
        case when m.dimension = 'all' then null else a.days_before < {{ var('insights').change_days }} end as is_now,
        {{ whole('sum(a.touches)') }} as touches,
        {{ whole('sum(a.email_opens)') }} as email_opens,
        {{ whole('sum(a.purchases)') }} as purchases,
        {{ money('sum(a.revenue)') }} as revenue,
        {{ money('sum(a.donations)') }} as donations,
        {{ whole('sum(a.attendances)') }} as attendances,
        {{ whole('sum(a.complaints)') }} as complaints,
        {{ whole('sum(a.referrals)') }} as referrals
    from activity as a
    inner join members as m on m.cell_id = a.cell_id
    where m.dimension = 'all' or a.days_before < 2 * {{ var('insights').change_days }}
    group by
        m.department,
        m.dimension,
        m.dimension_value,
        case when m.dimension = 'all' then a.days_before end,
        case when m.dimension = 'all' then null else a.days_before < {{ var('insights').change_days }} end

)

select * from final
