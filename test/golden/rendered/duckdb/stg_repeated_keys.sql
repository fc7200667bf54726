

with final as (

    select 'fact_engagement' as source_table, t.engagement_sk as repeated_key from landing.fact_engagement as t inner join (select (engagement_sk >> 6) as suspect_bucket from landing.fact_engagement where engagement_sk is not null group by (engagement_sk >> 6) having count(engagement_sk) <> bit_count(bit_or(cast(1 as ubigint) << cast(engagement_sk & 63 as ubigint)))) as s on s.suspect_bucket = (t.engagement_sk >> 6) group by t.engagement_sk having count(*) > 1
    union all
    select 'fact_loyalty' as source_table, t.loyalty_sk as repeated_key from landing.fact_loyalty as t inner join (select (loyalty_sk >> 6) as suspect_bucket from landing.fact_loyalty where loyalty_sk is not null group by (loyalty_sk >> 6) having count(loyalty_sk) <> bit_count(bit_or(cast(1 as ubigint) << cast(loyalty_sk & 63 as ubigint)))) as s on s.suspect_bucket = (t.loyalty_sk >> 6) group by t.loyalty_sk having count(*) > 1
    union all
    select 'fact_sentiment' as source_table, t.sentiment_sk as repeated_key from landing.fact_sentiment as t inner join (select (sentiment_sk >> 6) as suspect_bucket from landing.fact_sentiment where sentiment_sk is not null group by (sentiment_sk >> 6) having count(sentiment_sk) <> bit_count(bit_or(cast(1 as ubigint) << cast(sentiment_sk & 63 as ubigint)))) as s on s.suspect_bucket = (t.sentiment_sk >> 6) group by t.sentiment_sk having count(*) > 1
    union all
    select 'fact_attendance' as source_table, t.attendance_sk as repeated_key from landing.fact_attendance as t inner join (select (attendance_sk >> 6) as suspect_bucket from landing.fact_attendance where attendance_sk is not null group by (attendance_sk >> 6) having count(attendance_sk) <> bit_count(bit_or(cast(1 as ubigint) << cast(attendance_sk & 63 as ubigint)))) as s on s.suspect_bucket = (t.attendance_sk >> 6) group by t.attendance_sk having count(*) > 1
    union all
    select 'fact_hospitality' as source_table, t.hospitality_sk as repeated_key from landing.fact_hospitality as t inner join (select (hospitality_sk >> 6) as suspect_bucket from landing.fact_hospitality where hospitality_sk is not null group by (hospitality_sk >> 6) having count(hospitality_sk) <> bit_count(bit_or(cast(1 as ubigint) << cast(hospitality_sk & 63 as ubigint)))) as s on s.suspect_bucket = (t.hospitality_sk >> 6) group by t.hospitality_sk having count(*) > 1
    union all
    select 'fact_advocacy' as source_table, t.advocacy_sk as repeated_key from landing.fact_advocacy as t inner join (select (advocacy_sk >> 6) as suspect_bucket from landing.fact_advocacy where advocacy_sk is not null group by (advocacy_sk >> 6) having count(advocacy_sk) <> bit_count(bit_or(cast(1 as ubigint) << cast(advocacy_sk & 63 as ubigint)))) as s on s.suspect_bucket = (t.advocacy_sk >> 6) group by t.advocacy_sk having count(*) > 1

)

select * from final
