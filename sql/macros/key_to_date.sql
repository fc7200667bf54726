{#- The calendar day of a date_key, null where there is none (20250230). -#}
{% macro key_to_date(key) -%}
try_cast(left(lpad(cast({{ key }} as varchar), 8, '0'), 4) || '-' || substr(lpad(cast({{ key }} as varchar), 8, '0'), 5, 2) || '-' || substr(lpad(cast({{ key }} as varchar), 8, '0'), 7) as date)
{%- endmacro %}
