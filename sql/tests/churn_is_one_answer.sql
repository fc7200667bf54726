-- The risk shown is the model's where there is one, else the rule's; level and source follow from it.
with extended as (

    select
        fan_sk,
        churn_risk,
        churn_risk_level,
        churn_source,
        case when churn_probability is null then churn_risk_score else {{ score('100 * churn_probability') }} end as expected_risk,
        case when churn_probability is null then 'rule' else 'model' end as expected_source
    from {{ ref('mart_wonderscore_extended') }}
    where {{ of_this_run() }}

),

final as (

    select fan_sk, churn_risk, expected_risk, churn_risk_level, churn_source
    from extended
    where churn_risk <> expected_risk
        or churn_risk is null
        or churn_source <> expected_source
        or churn_risk_level <> {{ churn_level('expected_risk') }}

)

select * from final
