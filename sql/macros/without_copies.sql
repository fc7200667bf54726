{#- Rows of a CTE with the first of each set of copies: rule 4 of the scoring spec. Only keys that occur twice
    are ordered; a row without a key is nobody's copy. -#}
{% macro without_copies(relation, key, copies) -%}
select r.* from {{ relation }} as r where not exists (select 1 from {{ copies }} as c where c.repeated_key = r.{{ key }}) union all select r.* from {{ relation }} as r where exists (select 1 from {{ copies }} as c where c.repeated_key = r.{{ key }}) qualify row_number() over (partition by r.{{ key }} order by r.fan_sk asc nulls last, r.date_key asc nulls last) = 1
{%- endmacro %}
