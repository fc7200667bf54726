{#- Names of those of some fans (rows of fan_sk and wonder_id) who may be named to who asks: `name_scope` is a condition
    on dim_fan, and every row with the fan's fan_sk or wonder_id must meet it and consent. Both names are of one row,
    the one that staging keeps. Read at the time of the request, so that a withdrawn consent holds at once. -#}
{% macro fan_names(fans) -%}
{% if var('name_scope', 'false') == 'false' -%}
select s.fan_sk, s.first_name, s.last_name from {{ source('landing', 'dim_fan') }} as s where 1 = 0
{%- else -%}
select s.fan_sk, s.first_name, s.last_name from {{ source('landing', 'dim_fan') }} as s inner join {{ fans }} as f on f.fan_sk = s.fan_sk and f.wonder_id = s.wonder_id where f.fan_sk not in (select c.fan_sk from {{ source('landing', 'dim_fan') }} as c where c.fan_sk in (select o.fan_sk from {{ fans }} as o) and case when c.gdpr_consent and ({{ var('name_scope', 'false') }}) then 0 else 1 end = 1) and f.wonder_id not in (select c.wonder_id from {{ source('landing', 'dim_fan') }} as c where c.wonder_id in (select o.wonder_id from {{ fans }} as o) and case when c.gdpr_consent and ({{ var('name_scope', 'false') }}) then 0 else 1 end = 1) qualify row_number() over (partition by s.fan_sk order by s.account_created_date asc nulls last, s.current_tier asc nulls last, s.primary_sport asc nulls last, s.primary_affiliation asc nulls last, s.marketing_opt_in asc nulls last, s.is_active asc nulls last, s.first_name asc nulls last, s.last_name asc nulls last) = 1
{%- endif %}
{%- endmacro %}
