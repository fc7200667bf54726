with kept as (

    select sentiment_sk, fan_sk, date_key, sentiment_source, sentiment_score, nps_score, review_rating from landing.fact_sentiment as r left join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_sentiment') as c on c.repeated_key = r.sentiment_sk where c.repeated_key is null union all select sentiment_sk, fan_sk, date_key, sentiment_source, sentiment_score, nps_score, review_rating from landing.fact_sentiment as r inner join (select repeated_key from work_run_now.stg_repeated_keys where source_table = 'fact_sentiment') as c on c.repeated_key = r.sentiment_sk qualify row_number() over (partition by r.sentiment_sk order by r.fan_sk asc nulls last, r.date_key asc nulls last, sentiment_source asc nulls last, sentiment_score asc nulls last, nps_score asc nulls last, review_rating asc nulls last) = 1

),

final as (

    select
        sentiment_sk,
        fan_sk,
        date_key,
        sentiment_source,
        case when sentiment_score between -100 and 100 then sentiment_score end as valid_sentiment_score,
        case when nps_score between 0 and 10 then nps_score end as valid_nps_score,
        case when review_rating between 1 and 5 then review_rating end as valid_review_rating,
        (case when sentiment_score not between -100 and 100 then 1 else 0 end
            + case when nps_score not between 0 and 10 then 1 else 0 end
            + case when review_rating not between 1 and 5 then 1 else 0 end) as values_out_of_range
    from kept

)

select * from final
