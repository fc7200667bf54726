{#- One row per value of a column with its percent rank: rows strictly below / (rows - 1), 0 for a single row.
    Ranking values instead of rows equals PERCENT_RANK and avoids sorting the wide table once per rank. -#}
{% macro rank_by_value(relation, column) -%}
select {{ column }} as ranked_value, cast(coalesce(sum(count(*)) over (order by {{ column }} asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from {{ relation }} group by {{ column }}
{%- endmacro %}
