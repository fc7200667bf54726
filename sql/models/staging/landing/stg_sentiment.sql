with kept as (

    {{ without_copies('fact_sentiment', 'sentiment_sk', 'sentiment_source, sentiment_score, nps_score, review_rating') }}

),

final as (

    select
        sentiment_sk,
        fan_sk,
        date_key,
        sentiment_source,
        {{ within('sentiment_score', -100, 100) }} as valid_sentiment_score,
        {{ within('nps_score', 0, 10) }} as valid_nps_score,
        {{ within('review_rating', 1, 5) }} as valid_review_rating,
        (case when sentiment_score not between -100 and 100 then 1 else 0 end
            + case when nps_score not between 0 and 10 then 1 else 0 end
            + case when review_rating not between 1 and 5 then 1 else 0 end) as values_out_of_range
    from kept

)

select * from final
