with inputs as (

    select
        fan_sk,
        coalesce(nps_average, {{ number(var('sentiment_defaults').nps) }}) as nps,
        coalesce(review_average, {{ number(var('sentiment_defaults').review) }}) as review,
        coalesce(social_average, {{ number(var('sentiment_defaults').social) }}) as social,
        greatest({{ var('complaint_points') }} * complaints, {{ var('complaint_limit') }}) as penalty_points
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

weighted_inputs as (

    select
        fan_sk,
        {{ number(var('sentiment_weights').nps) }} * nps * 10 as nps_points,
        {{ number(var('sentiment_weights').review) }} * (review - 1) / 4 * 100 as review_points,
        {{ number(var('sentiment_weights').social) }} * (social + 100) / 2 as social_points,
        penalty_points
    from inputs

),

final as (

    select
        fan_sk,
        {{ score(clip('nps_points + review_points + social_points + penalty_points', 0, 100)) }} as sentiment_score,
        {{ score('nps_points') }} as nps_component,
        {{ score('review_points') }} as review_component,
        {{ score('social_points') }} as sentiment_component,
        {{ score('penalty_points') }} as complaint_penalty
    from weighted_inputs

)

select * from final
