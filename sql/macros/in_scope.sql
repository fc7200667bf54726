{#- Whether a fan, given as the alias of a mart, may be seen by who asks. `row_scope` is a condition on dim_fan, chosen
    from department_scopes by the sign-in; every row with the fan's fan_sk or wonder_id must meet it. -#}
{% macro in_scope(fan) -%}
{% if var('row_scope', 'true') == 'true' -%}
true
{%- else -%}
{{ fan }}.fan_sk in (select s.fan_sk from {{ source('landing', 'dim_fan') }} as s where s.fan_sk is not null group by s.fan_sk having min(case when {{ var('row_scope', 'true') }} then 1 else 0 end) = 1) and {{ fan }}.wonder_id not in (select s.wonder_id from {{ source('landing', 'dim_fan') }} as s where s.wonder_id is not null and case when {{ var('row_scope', 'true') }} then 0 else 1 end = 1)
{%- endif %}
{%- endmacro %}
