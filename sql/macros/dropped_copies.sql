{#- The rows of a landing fact that staging drops as copies. -#}
{% macro dropped_copies(table_name, key) -%}
select '{{ table_name }}' as source_table, fan_sk, date_key from {{ source('landing', table_name) }} as r inner join {{ copies_of(table_name) }} as c on c.repeated_key = r.{{ key }} qualify row_number() over (partition by r.{{ key }} order by r.fan_sk asc nulls last, r.date_key asc nulls last) > 1
{%- endmacro %}
