-- Rows of every fact per day and whether their fan is known, copies left out: what the counts of dirty rows come from.
{{ fact_days('fact_engagement', 'stg_engagement') }}
union all
{{ fact_days('fact_spend', 'stg_spend') }}
union all
{{ fact_days('fact_loyalty', 'stg_loyalty') }}
union all
{{ fact_days('fact_sentiment', 'stg_sentiment') }}
union all
{{ fact_days('fact_attendance', 'stg_attendance') }}
union all
{{ fact_days('fact_hospitality', 'stg_hospitality') }}
union all
{{ fact_days('fact_advocacy', 'stg_advocacy') }}
