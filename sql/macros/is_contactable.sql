{#- Whether a fan, given as an alias, may be written to: every row with the fan's fan_sk or wonder_id consents and opts
    in. Read at the time of the request, so that a withdrawn consent holds at once. -#}
{% macro is_contactable(fan) -%}
({{ fan }}.fan_sk in (select s.fan_sk from {{ source('landing', 'dim_fan') }} as s where s.fan_sk is not null group by s.fan_sk having min(case when s.gdpr_consent and s.marketing_opt_in then 1 else 0 end) = 1) and {{ fan }}.wonder_id not in (select s.wonder_id from {{ source('landing', 'dim_fan') }} as s where s.wonder_id is not null and case when s.gdpr_consent and s.marketing_opt_in then 0 else 1 end = 1))
{%- endmacro %}
