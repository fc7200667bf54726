-- How much of a department's revenue the few with the most of it bring.
-- Revenue is net, of all of them, as the department's figures have it. Of equal amounts as many count as are needed.
with sizes as (

    select
        department,
        cast(sum(fans) as bigint) as fans,
        cast(ceil(sum(fans) * {{ exact(var('insights').top_share) }}) as bigint) as top_fans
    from {{ ref('int_insight_members') }}
    where dimension = 'all'
    group by department

),

amounts as (

    select m.department, f.revenue, count(*) as fans
    from {{ ref('int_insight_fans') }} as f
    inner join {{ ref('int_insight_members') }} as m on m.cell_id = f.cell_id
    where m.dimension = 'all'
    group by m.department, f.revenue

),

ranked as (

    select
        department,
        revenue,
        fans,
        sum(fans) over (
            partition by department order by revenue desc nulls last
            rows between unbounded preceding and current row
        ) - fans as fans_above
    from amounts

),

final as (

    select
        s.department,
        s.fans,
        s.top_fans,
        cast(coalesce(sum(case when r.revenue > 0 then r.fans end), 0) as bigint) as payers,
        {{ money('sum(r.revenue * r.fans)') }} as revenue,
        {{ money('sum(greatest(coalesce(r.revenue, 0), 0) * greatest(least(coalesce(r.fans, 0), coalesce(s.top_fans, 0) - coalesce(r.fans_above, 0)), 0))') }} as top_revenue
    from sizes as s
    left join ranked as r on r.department = s.department
    group by s.department, s.fans, s.top_fans

)

select * from final
