{#- The rows that this run wrote: marts hold the rows of many runs. -#}
{% macro of_this_run() -%}
run_id = '{{ var("run_id") }}' and score_date = {{ as_of() }}
{%- endmacro %}
