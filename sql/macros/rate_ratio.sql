{#- The daily rate of W30 over that of P60; 1 where there is nothing before to compare with. -#}
{% macro rate_ratio(recent, prior) -%}
case when coalesce({{ prior }}, 0) <= 0 then cast(1 as double) else (cast(coalesce({{ recent }}, 0) as double) / ({{ var('recent_days') }} + 1)) / (cast({{ prior }} as double) / ({{ var('window_days') }} - {{ var('recent_days') }})) end
{%- endmacro %}
