{#- Whether a fan may be seen by who asks. `row_scope` is a condition on dim_fan, chosen from department_scopes by
    the sign-in; every copy of a fan must meet it. -#}
{% macro in_scope(fan) -%}
{% if var('row_scope', 'true') == 'true' -%}
true
{%- else -%}
{{ fan }} in (select s.fan_sk from {{ source('landing', 'dim_fan') }} as s where s.fan_sk is not null group by s.fan_sk having min(case when {{ var('row_scope', 'true') }} then 1 else 0 end) = 1)
{%- endif %}
{%- endmacro %}
