{#- Whether a fan, given as the alias of a mart, did in the window what a var asks for: `bought` net revenue above
    nothing, `hosted` an event ('true', 'false'; 'any': either). -#}
{% macro activity_as_asked(fan) -%}
{% if var('bought', 'any') == 'any' and var('hosted', 'any') == 'any' -%}
true
{%- else -%}
exists (select 1 from {{ ref('mart_score_inputs') }} as i where i.run_id = {{ fan }}.run_id and i.score_date = {{ fan }}.score_date and i.fan_sk = {{ fan }}.fan_sk
{%- if var('bought', 'any') == 'true' %} and i.revenue > 0{% elif var('bought', 'any') == 'false' %} and i.revenue <= 0{% endif %}
{%- if var('hosted', 'any') == 'true' %} and i.hostings > 0{% elif var('hosted', 'any') == 'false' %} and i.hostings = 0{% endif %})
{%- endif %}
{%- endmacro %}
