{#- The features of the LTV model, of aliases d (mart_wonderscore_daily) and i (mart_score_inputs). -#}
{% macro ltv_feature_columns() -%}
d.engagement_score, d.loyalty_score, d.value_score, d.sentiment_score, d.advocacy_score, coalesce(i.account_age_days, 0) as account_age_days, i.lifetime_value as total_spend_lifetime, coalesce({{ ratio('cast(i.lifetime_value as double) / nullif(i.orders_lifetime, 0)') }}, 0) as avg_order_value, {{ ratio('cast(30 * i.orders_lifetime as double) / greatest(coalesce(i.account_age_days, 0), 30)') }} as purchase_frequency
{%- endmacro %}
