{#- What a fan's leaving would cost, of an alias of mart_wonderscore_extended; null without both models. -#}
{% macro value_at_risk(fan) -%}
cast(round(cast({{ fan }}.churn_probability * {{ fan }}.predicted_ltv as decimal(28, 10)), 2) as decimal(18, 2))
{%- endmacro %}
