-- The WonderScore is the weighted sum of the stored base scores, in DECIMAL, and its tier follows from it.
with daily as (

    select
        *,
        cast(round(
            {{ exact(var('wonder_weights').engagement) }} * engagement_score
            + {{ exact(var('wonder_weights').loyalty) }} * loyalty_score
            + {{ exact(var('wonder_weights').value) }} * value_score
            + {{ exact(var('wonder_weights').sentiment) }} * sentiment_score
            + {{ exact(var('wonder_weights').advocacy) }} * advocacy_score,
            2
        ) as decimal(5, 2)) as expected_score
    from {{ ref('mart_wonderscore_daily') }}
    where {{ of_this_run() }}

),

final as (

    select fan_sk, wonder_score, expected_score, wonder_score_tier
    from daily
    where wonder_score <> expected_score
        or wonder_score is null
        or wonder_score_tier <> {{ wonder_tier('expected_score') }}

)

select * from final
