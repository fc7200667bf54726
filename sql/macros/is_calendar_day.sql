{#- Whether a date_key is a day that exists, by arithmetic: cheap enough for every row of a fact, because most days are
    before the 29th and need no length of a month. -#}
{% macro is_calendar_day(key) -%}
({{ key }} between 10101 and 99991231 and mod({{ key }}, 10000) between 101 and 1231 and (mod({{ key }}, 100) between 1 and 28 or mod({{ key }}, 100) between 29 and case when mod(floor({{ key }} / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor({{ key }} / 1e2), 100) <> 2 then 31 when mod(floor({{ key }} / 1e4), 4) = 0 and (mod(floor({{ key }} / 1e4), 100) <> 0 or mod(floor({{ key }} / 1e4), 400) = 0) then 29 else 28 end))
{%- endmacro %}
