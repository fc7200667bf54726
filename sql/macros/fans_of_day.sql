{#- The fans with the attributes that count: those loaded. A training looks at a day in the past (population:
    snapshot): everyone who was there, active today or not, with the loyalty tier of that day. -#}
{% macro fans_of_day() -%}
{% if var('population') == 'snapshot' %}(select f.fan_sk, f.wonder_id, f.account_created_date, t.loyalty_tier as current_tier, f.primary_sport, f.primary_affiliation, f.marketing_opt_in, true as is_active from {{ ref('stg_fans') }} as f inner join {{ ref('int_snapshot_tiers') }} as t on t.fan_sk = f.fan_sk) as snapshot_fans{% else %}{{ ref('stg_fans') }}{% endif %}
{%- endmacro %}
