{#- A department's totals: one row over all its fans, then one per value of the dimension it is broken down by. -#}
{% macro department_totals(department, dimension, scope) -%}
select '{{ department }}' as department, '{{ dimension }}' as dimension, {{ dimension }} as dimension_value, grouping({{ dimension }}) = 1 as is_total, {{ department_measures() }} from fans where {{ scope }} group by grouping sets ((), ({{ dimension }}))
{%- endmacro %}
