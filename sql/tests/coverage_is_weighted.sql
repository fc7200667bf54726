-- Coverage is the weight of the base scores that have data of the fan's own.
with daily as (

    select
        fan_sk,
        coverage,
        case when has_engagement then {{ exact(var('wonder_weights').engagement) }} else 0 end
            + case when has_loyalty then {{ exact(var('wonder_weights').loyalty) }} else 0 end
            + case when has_value then {{ exact(var('wonder_weights').value) }} else 0 end
            + case when has_sentiment then {{ exact(var('wonder_weights').sentiment) }} else 0 end
            + case when has_advocacy then {{ exact(var('wonder_weights').advocacy) }} else 0 end as expected_coverage
    from {{ ref('mart_wonderscore_daily') }}
    where {{ of_this_run() }}

),

final as (

    select fan_sk, coverage, expected_coverage
    from daily
    where coverage <> expected_coverage or coverage is null

)

select * from final
