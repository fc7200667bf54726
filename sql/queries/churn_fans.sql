-- A page of the fans of a run by value at risk, or by risk, with what their reasons are made of; total counts the
-- whole list. The var `contactable` says whether only those who may be written to are asked for, or only the others.
with asked as (

    select
        cast(? as varchar) as sport,
        cast(? as varchar) as affiliation,
        cast(? as varchar) as loyalty_tier,
        cast(? as varchar) as wonder_score_tier,
        cast(? as varchar) as wonder_id,
        cast(? as decimal(5, 2)) as min_risk,
        cast(? as decimal(5, 2)) as max_risk,
        cast(? as decimal(18, 2)) as after_sort,
        cast(? as varchar) as after_wonder_id

),

filtered as (

    select
        d.*,
        e.churn_probability,
        e.churn_risk,
        e.churn_risk_level,
        e.churn_source,
        e.churn_model,
        e.predicted_ltv,
        e.lifetime_value,
        {{ value_at_risk('e') }} as value_at_risk
    from {{ ref('mart_wonderscore_daily') }} as d
    inner join {{ ref('mart_wonderscore_extended') }} as e
        on e.run_id = d.run_id and e.score_date = d.score_date and e.fan_sk = d.fan_sk
    cross join asked as a
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and {{ in_scope('d') }}
        and {{ meets_filters('d', 'a') }}
        and (a.wonder_id is null or d.wonder_id = a.wonder_id)
        and (a.min_risk is null or e.churn_risk >= a.min_risk)
        and (a.max_risk is null or e.churn_risk <= a.max_risk)
        and {{ contactable_as_asked('d') }}

),

page as (

    select f.*
    from filtered as f
    cross join asked as a
    where
        a.after_wonder_id is null
        or {{ var('sort_column', 'churn_risk') }} < a.after_sort
        or ({{ var('sort_column', 'churn_risk') }} = a.after_sort and f.wonder_id > a.after_wonder_id)
    order by {{ var('sort_column', 'churn_risk') }} desc nulls last, f.wonder_id
    limit ?

),

counted as (

    select count(*) as total
    from filtered

),

fan_names as (

    {{ fan_names('page') }}

),

final as (

    select
        c.total,
        d.wonder_id,
        n.first_name,
        n.last_name,
        d.wonder_score,
        d.wonder_score_tier,
        d.primary_sport,
        d.primary_affiliation,
        d.churn_probability,
        d.churn_risk,
        d.churn_risk_level,
        d.churn_source,
        d.churn_model,
        d.predicted_ltv,
        d.value_at_risk,
        d.lifetime_value,
        {{ is_contactable('d') }} as contactable,
        d.loyalty_tier,
        i.days_since_engagement,
        i.spend_rate_ratio,
        i.engagement_rate_ratio,
        i.sentiment_shift,
        {{ churn_feature_columns() }}
    from counted as c
    left join page as d on true
    left join {{ ref('mart_score_inputs') }} as i on i.run_id = d.run_id and i.score_date = d.score_date and i.fan_sk = d.fan_sk
    left join fan_names as n on n.fan_sk = d.fan_sk
    order by {{ var('sort_column', 'churn_risk') }} desc nulls last, d.wonder_id

)

select * from final
