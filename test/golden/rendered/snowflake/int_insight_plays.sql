-- Whom a department could do something for: the fans it would reach, and what comparable fans bring.
with by_cell as (

    select
        cell_id,
        count(*) as fans,
        count(case when is_high_value and is_at_risk and is_contactable then 1 end) as win_back_fans,
        sum(case when is_high_value and is_at_risk and is_contactable then revenue else 0 end) as win_back_revenue,
        count(case when is_inactive and is_contactable then 1 end) as wake_up_fans,
        count(case when not is_inactive and is_contactable then 1 end) as awake_fans,
        sum(case when not is_inactive and is_contactable then revenue else 0 end) as awake_revenue,
        count(case when is_new and revenue <= 0 and is_contactable then 1 end) as first_purchase_fans,
        count(case when is_new and revenue > 0 then 1 end) as new_buyers,
        sum(case when is_new and revenue > 0 then revenue else 0 end) as new_buyers_revenue,
        count(case when is_quiet_advocate and is_contactable then 1 end) as host_fans,
        count(case when wonder_score < 85 and wonder_score >= 85 - 3 then 1 end) as near_elite_fans
    from work_run_now.int_insight_fans
    group by cell_id

),

final as (

    select
        m.department,
        cast(sum(c.fans) as bigint) as fans,
        cast(sum(c.win_back_fans) as bigint) as win_back_fans,
        cast(least(greatest(coalesce(sum(c.win_back_revenue), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as win_back_revenue,
        cast(sum(c.wake_up_fans) as bigint) as wake_up_fans,
        cast(sum(c.awake_fans) as bigint) as awake_fans,
        cast(least(greatest(coalesce(sum(c.awake_revenue), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as awake_revenue,
        cast(sum(c.first_purchase_fans) as bigint) as first_purchase_fans,
        cast(sum(c.new_buyers) as bigint) as new_buyers,
        cast(least(greatest(coalesce(sum(c.new_buyers_revenue), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as new_buyers_revenue,
        cast(sum(c.host_fans) as bigint) as host_fans,
        cast(sum(c.near_elite_fans) as bigint) as near_elite_fans
    from work_run_now.int_insight_members as m
    inner join by_cell as c on c.cell_id = m.cell_id
    where m.dimension = 'all'
    group by m.department

)

select * from final
