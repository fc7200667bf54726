{#- The features of the churn model, of aliases d (mart_wonderscore_daily) and i (mart_score_inputs). -#}
{% macro churn_feature_columns() -%}
i.days_since_last_engagement, d.engagement_score, d.loyalty_score, d.value_score, d.sentiment_score, i.spend_last_30d, {{ money('i.revenue - i.spend_last_30d') }} as spend_prior_60d, i.engagements_last_30d, i.tier_changes as tier_changes_90d, i.complaints as complaint_count
{%- endmacro %}
