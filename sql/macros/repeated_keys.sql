{#- The surrogate keys that occur more than once in a landing table: only blocks of keys with a repetition are grouped
    key by key. -#}
{% macro repeated_keys(table_name, key) -%}
select '{{ table_name }}' as source_table, t.{{ key }} as repeated_key from {{ source('landing', table_name) }} as t inner join (select {{ bit_bucket(key) }} as suspect_bucket from {{ source('landing', table_name) }} where {{ key }} is not null group by {{ bit_bucket(key) }} having {{ repeats_in_block(key) }}) as s on s.suspect_bucket = {{ bit_bucket('t.' ~ key) }} group by t.{{ key }} having count(*) > 1
{%- endmacro %}
