{#- The features of the churn model, of aliases d (mart_wonderscore_daily), i (mart_score_inputs) and m (mart_model_inputs). -#}
{% macro churn_feature_columns() -%}
m.days_since_last_engagement, d.engagement_score, d.loyalty_score, d.value_score, d.sentiment_score, m.spend_last_30d, m.spend_prior_60d, m.engagements_last_30d, i.tier_changes as tier_changes_90d, i.complaints as complaint_count
{%- endmacro %}
