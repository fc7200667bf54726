-- The groups of every department: their fans, who of them is at risk, and what is expected of them.
with by_cell as (

    select
        cell_id,
        count(case when is_at_risk then 1 end) as at_risk_fans,
        count(case when is_at_risk and is_contactable then 1 end) as contactable_fans,
        sum(case when is_at_risk then revenue else 0 end) as at_risk_revenue,
        count(case when is_predicted then 1 end) as predicted_fans,
        sum(case when is_predicted then churn_probability else 0 end) as expected_leavers,
        count(case when is_predicted and predicted_ltv is not null then 1 end) as valued_fans,
        sum(case when is_at_risk then coalesce({{ value_at_risk('f') }}, 0) else 0 end) as value_at_risk,
        count(case when has_hospitality then 1 end) as hospitality_fans,
        count(case when has_digital then 1 end) as digital_fans,
        count(case when has_efficiency then 1 end) as efficiency_fans
    from {{ ref('int_insight_fans') }} as f
    group by cell_id

),

final as (

    select
        m.department,
        m.dimension,
        m.dimension_value,
        cast(sum(m.fans) as bigint) as fans,
        cast(sum(b.at_risk_fans) as bigint) as at_risk_fans,
        cast(sum(b.contactable_fans) as bigint) as contactable_fans,
        {{ money('sum(b.at_risk_revenue)') }} as at_risk_revenue,
        cast(sum(b.predicted_fans) as bigint) as predicted_fans,
        cast(cast(sum(b.expected_leavers) as decimal(18, 4)) as double) as expected_leavers,
        cast(sum(b.valued_fans) as bigint) as valued_fans,
        {{ money('sum(b.value_at_risk)') }} as value_at_risk,
        cast(sum(b.hospitality_fans) as bigint) as hospitality_fans,
        cast(sum(b.digital_fans) as bigint) as digital_fans,
        cast(sum(b.efficiency_fans) as bigint) as efficiency_fans
    from {{ ref('int_insight_members') }} as m
    inner join by_cell as b on b.cell_id = m.cell_id
    group by m.department, m.dimension, m.dimension_value

)

select * from final
