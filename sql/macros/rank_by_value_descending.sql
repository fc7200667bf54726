{#- The same with the order reversed: rows strictly above / (rows - 1). -#}
{% macro rank_by_value_descending(relation, column) -%}
select v.ranked_value, v.percent_rank_of_value, {{ score('100 * v.percent_rank_of_value') }} as points_of_value from (select {{ column }} as ranked_value, cast(coalesce(sum(count(*)) over (order by {{ column }} desc nulls last rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from {{ relation }} group by {{ column }}) as v
{%- endmacro %}
