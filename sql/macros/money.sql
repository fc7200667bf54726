{#- A sum of money as it is stored. Beyond DECIMAL(18,2) it is the largest amount that fits, so that one absurd row
    does not stop the run of everybody. -#}
{% macro money(amount) -%}
cast(least(greatest(coalesce({{ amount }}, 0), -9999999999999999), 9999999999999999) as decimal(18, 2))
{%- endmacro %}
