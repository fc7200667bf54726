with sentiment as (

    select fan_sk, date_key, sentiment_source, valid_sentiment_score, valid_nps_score, valid_review_rating
    from work_run_now.stg_sentiment
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 90)) * 10000 + extract(month from (cast('2025-03-01' as date) - 90)) * 100 + extract(day from (cast('2025-03-01' as date) - 90)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)

),

days as (

    select date_key, is_recent
    from work_run_now.int_window_days

),

final as (

    select
        s.fan_sk,
        count(*) as sentiment_rows,
        avg(cast(s.valid_nps_score as double)) as nps_average,
        avg(cast(s.valid_review_rating as double)) as review_average,
        avg(cast(s.valid_sentiment_score as double)) as social_average,
        avg(cast(case when d.is_recent then s.valid_sentiment_score end as double)) as recent_social_average,
        avg(cast(case when not d.is_recent then s.valid_sentiment_score end as double)) as prior_social_average,
        count(case when s.sentiment_source = 'Complaint' then 1 end) as complaints
    from sentiment as s
    inner join days as d on d.date_key = s.date_key
    group by s.fan_sk

)

select * from final
