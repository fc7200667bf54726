-- The base scores weighted into one: in DECIMAL, from the stored ones.
with base_scores as (

    select *
    from work_run_now.base_scores

),

final as (

    select
        *,
        cast(round(
            cast(0.35 as decimal(6, 4)) * engagement_score
            + cast(0.25 as decimal(6, 4)) * loyalty_score
            + cast(0.25 as decimal(6, 4)) * value_score
            + cast(0.1 as decimal(6, 4)) * sentiment_score
            + cast(0.05 as decimal(6, 4)) * advocacy_score,
            2
        ) as decimal(5, 2)) as wonder_score
    from base_scores

)

select * from final
