{#- Joins fans to the rows of another alias by run and fan where a read is narrowed by filters, else nothing:
    without filters every row stays, and the join would only cost. -#}
{% macro narrowed_by(fans, fan, rows) -%}
{% if var('narrowed', 'true') == 'true' -%}
inner join {{ fans }} as {{ fan }} on {{ fan }}.run_id = {{ rows }}.run_id and {{ fan }}.score_date = {{ rows }}.score_date and {{ fan }}.fan_sk = {{ rows }}.fan_sk
{%- endif %}
{%- endmacro %}
