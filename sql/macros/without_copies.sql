{#- Columns of a landing fact with only the first of each set of copies: rule 4 of the scoring spec. Only keys that
    occur twice are ordered; a row without a key is nobody's copy. Joins, not "exists", and the table named twice,
    on purpose: a shared CTE or a correlated subquery would copy the whole table before the reader's date filter. -#}
{% macro without_copies(table_name, key, columns) -%}
select {{ key }}, fan_sk, date_key, {{ columns }} from {{ source('landing', table_name) }} as r left join {{ copies_of(table_name) }} as c on c.repeated_key = r.{{ key }} where c.repeated_key is null union all select {{ key }}, fan_sk, date_key, {{ columns }} from {{ source('landing', table_name) }} as r inner join {{ copies_of(table_name) }} as c on c.repeated_key = r.{{ key }} qualify row_number() over (partition by r.{{ key }} order by r.fan_sk asc nulls last, r.date_key asc nulls last, {{ columns | replace(', ', ' asc nulls last, ') }} asc nulls last) = 1
{%- endmacro %}
