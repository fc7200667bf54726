{#- Names of the fans who may be named to who asks: `name_scope` is a condition on dim_fan, and every copy of a fan
    must consent. Read at the time of the request, so that a withdrawn consent holds at once. -#}
{% macro fan_names() -%}
{% if var('name_scope', 'false') == 'false' -%}
select s.fan_sk, s.first_name, s.last_name from {{ source('landing', 'dim_fan') }} as s where 1 = 0
{%- else -%}
select s.fan_sk, min(s.first_name) as first_name, min(s.last_name) as last_name from {{ source('landing', 'dim_fan') }} as s where s.fan_sk is not null group by s.fan_sk having min(case when s.gdpr_consent and ({{ var('name_scope', 'false') }}) then 1 else 0 end) = 1
{%- endif %}
{%- endmacro %}
