{#- The features of the LTV model, of aliases d (mart_wonderscore_daily), i (mart_score_inputs) and m (mart_model_inputs). -#}
{% macro ltv_feature_columns() -%}
d.engagement_score, d.loyalty_score, d.value_score, d.sentiment_score, d.advocacy_score, coalesce(i.account_age_days, 0) as account_age_days, m.total_spend_lifetime, coalesce({{ ratio('cast(m.total_spend_lifetime as double) / nullif(m.orders_lifetime, 0)') }}, 0) as avg_order_value, {{ ratio('cast(30 * m.orders_lifetime as double) / greatest(coalesce(i.account_age_days, 0), 30)') }} as purchase_frequency
{%- endmacro %}
