{#- How many rows of a fact were landed, how many staging keeps, and how many it drops as copies. -#}
{% macro staged_rows(table_name, staged) -%}
select '{{ table_name }}' as source_table, (select count(*) from {{ source('landing', table_name) }}) as landed, (select count(*) from {{ ref(staged) }}) as kept, (select count(*) from {{ ref('stg_dropped_copies') }} where source_table = '{{ table_name }}') as dropped
{%- endmacro %}
