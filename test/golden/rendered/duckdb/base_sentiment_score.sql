with inputs as (

    select
        fan_sk,
        coalesce(nps_average, cast(7 as double)) as nps,
        coalesce(review_average, cast(4 as double)) as review,
        coalesce(social_average, cast(0 as double)) as social,
        greatest(-5 * complaints, -20) as penalty_points
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

weighted_inputs as (

    select
        fan_sk,
        cast(0.5 as double) * nps * 10 as nps_points,
        cast(0.3 as double) * (review - 1) / 4 * 100 as review_points,
        cast(0.2 as double) * (social + 100) / 2 as social_points,
        penalty_points
    from inputs

),

final as (

    select
        fan_sk,
        cast(round(cast(least(greatest(coalesce(nps_points + review_points + social_points + penalty_points, 0), 0), 100) as decimal(18, 8)), 2) as decimal(5, 2)) as sentiment_score,
        cast(round(cast(nps_points as decimal(18, 8)), 2) as decimal(5, 2)) as nps_component,
        cast(round(cast(review_points as decimal(18, 8)), 2) as decimal(5, 2)) as review_component,
        cast(round(cast(social_points as decimal(18, 8)), 2) as decimal(5, 2)) as sentiment_component,
        cast(round(cast(penalty_points as decimal(18, 8)), 2) as decimal(5, 2)) as complaint_penalty
    from weighted_inputs

)

select * from final
