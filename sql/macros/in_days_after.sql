{#- key(D) < date_key <= key(D + days), and a day that exists. -#}
{% macro in_days_after(days) -%}
date_key > {{ date_key(as_of()) }} and date_key <= {{ key_before('-' ~ days) }} and {{ is_calendar_day('date_key') }}
{%- endmacro %}
