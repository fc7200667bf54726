{#- Whether a fan, given as the alias of a mart, meets the filters of the alias that holds what was asked; a filter of
    null lets everybody through. -#}
{% macro meets_filters(fan, asked) -%}
{% if var('narrowed', 'true') == 'true' -%}
({{ asked }}.sport is null or {{ fan }}.primary_sport = {{ asked }}.sport) and ({{ asked }}.affiliation is null or {{ fan }}.primary_affiliation = {{ asked }}.affiliation) and ({{ asked }}.loyalty_tier is null or {{ fan }}.loyalty_tier = {{ asked }}.loyalty_tier) and ({{ asked }}.wonder_score_tier is null or {{ fan }}.wonder_score_tier = {{ asked }}.wonder_score_tier)
{%- else -%}
true
{%- endif %}
{%- endmacro %}
