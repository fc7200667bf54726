-- The newest day up to D on which any fact of a known fan was seen: how fresh the data is.
with fact_days as (

    select date_key
    from {{ ref('int_fact_days') }}
    where known_rows > 0
        and date_key <= {{ date_key(as_of()) }}
        and {{ is_calendar_day('date_key') }}

),

population as (

    select count(*) as fans
    from {{ ref('int_population') }}

),

final as (

    select
        {{ key_to_date('max(f.date_key)') }} as data_as_of,
        max(p.fans) as fans
    from population as p
    left join fact_days as f on true

)

select * from final
