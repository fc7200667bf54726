{#- One row per value of a column with its percent rank: rows strictly below / (rows - 1), 0 for a single row; and the
    points of a score that is this rank alone.
    Ranking values instead of rows equals PERCENT_RANK and avoids sorting the wide table once per rank. -#}
{% macro rank_by_value(relation, column) -%}
select v.ranked_value, v.percent_rank_of_value, {{ score('100 * v.percent_rank_of_value') }} as points_of_value from (select {{ column }} as ranked_value, cast(coalesce(sum(count(*)) over (order by {{ column }} asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from {{ relation }} group by {{ column }}) as v
{%- endmacro %}
