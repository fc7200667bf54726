{#- The level of a churn risk of 0..100. -#}
{% macro churn_level(churn_risk) -%}
case when {{ churn_risk }} >= {{ var('churn_levels').high }} then 'high' when {{ churn_risk }} >= {{ var('churn_levels').medium }} then 'medium' else 'low' end
{%- endmacro %}
