-- Whom a department could do something for: the fans it would reach, and what comparable fans bring.
with fans as (

    select
        m.department,
        f.wonder_score,
        f.revenue,
        f.is_contactable,
        f.is_at_risk,
        f.is_high_value,
        f.is_inactive,
        f.is_quiet_advocate,
        f.is_new
    from work_run_now.int_insight_fans as f
    inner join work_run_now.int_insight_members as m on m.cell_id = f.cell_id
    where m.dimension = 'all'

),

final as (

    select
        department,
        count(*) as fans,
        count(case when is_high_value and is_at_risk and is_contactable then 1 end) as win_back_fans,
        cast(least(greatest(coalesce(sum(case when is_high_value and is_at_risk and is_contactable then revenue else 0 end), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as win_back_revenue,
        count(case when is_inactive and is_contactable then 1 end) as wake_up_fans,
        count(case when not is_inactive then 1 end) as awake_fans,
        cast(least(greatest(coalesce(sum(case when not is_inactive then revenue else 0 end), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as awake_revenue,
        count(case when is_new and revenue <= 0 and is_contactable then 1 end) as first_purchase_fans,
        count(case when is_new and revenue > 0 then 1 end) as new_buyers,
        cast(least(greatest(coalesce(sum(case when is_new and revenue > 0 then revenue else 0 end), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as new_buyers_revenue,
        count(case when is_quiet_advocate and is_contactable then 1 end) as host_fans,
        count(case when wonder_score < 85 and wonder_score >= 85 - 3 then 1 end) as near_elite_fans
    from fans
    group by department

)

select * from final
