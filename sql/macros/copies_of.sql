{#- The keys of one landing table that occur more than once. -#}
{% macro copies_of(table_name) -%}
(select repeated_key from {{ ref('stg_repeated_keys') }} where source_table = '{{ table_name }}')
{%- endmacro %}
