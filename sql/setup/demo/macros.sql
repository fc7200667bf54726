{%- macro u(salt, keys) -%}
((hash(hash('{{ salt }} {{ var('seed') }}', {{ keys }})) >> 11) * 1.1102230246251565e-16)
{%- endmacro -%}
{%- macro pick(list, salt, keys) -%}
{{ list }}[1 + cast(floor({{ u(salt, keys) }} * len({{ list }})) as integer)]
{%- endmacro -%}
{%- macro date_key(day) -%}
(year({{ day }}) * 10000 + month({{ day }}) * 100 + day({{ day }}))
{%- endmacro -%}
{%- macro moment(day, salt, keys) -%}
(cast({{ day }} as timestamp) + to_seconds(28800 + cast(floor({{ u(salt, keys) }} * 50000) as bigint)))
{%- endmacro -%}
