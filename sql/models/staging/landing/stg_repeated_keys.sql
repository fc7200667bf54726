{{ config(materialized='table') }}

with final as (

    {{ repeated_keys('fact_engagement', 'engagement_sk') }}
    union all
    {{ repeated_keys('fact_loyalty', 'loyalty_sk') }}
    union all
    {{ repeated_keys('fact_sentiment', 'sentiment_sk') }}
    union all
    {{ repeated_keys('fact_attendance', 'attendance_sk') }}
    union all
    {{ repeated_keys('fact_hospitality', 'hospitality_sk') }}
    union all
    {{ repeated_keys('fact_advocacy', 'advocacy_sk') }}

)

select * from final
