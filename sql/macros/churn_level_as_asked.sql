{#- Whether a fan, given as the alias of a mart, has the level of risk that the var `churn_risk_level` asks for ('any':
    every level). -#}
{% macro churn_level_as_asked(fan) -%}
{% if var('churn_risk_level', 'any') == 'any' -%}
true
{%- else -%}
exists (select 1 from {{ ref('mart_wonderscore_extended') }} as e where e.run_id = {{ fan }}.run_id and e.score_date = {{ fan }}.score_date and e.fan_sk = {{ fan }}.fan_sk and e.churn_risk_level = '{{ var('churn_risk_level') }}')
{%- endif %}
{%- endmacro %}
