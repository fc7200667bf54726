-- The days of a period as 256 equal chances: a busy day takes more of them. Slot 0 to 255.
create table {{ var('work') }}.slots as
with cumulative as (
    select
        sport_key,
        period,
        day,
        sum(weight) over w / sum(weight) over (partition by sport_key, period) as upto,
        (sum(weight) over w - weight) / sum(weight) over (partition by sport_key, period) as from_share
    from {{ var('work') }}.day_weights
    window w as (partition by sport_key, period order by day rows between unbounded preceding and current row)
)

select cumulative.sport_key, cumulative.period, cast(slots.slot as integer) as slot, cumulative.day
from cumulative
inner join range(256) as slots (slot)
    on (slots.slot + 0.5) / 256 > cumulative.from_share and (slots.slot + 0.5) / 256 <= cumulative.upto
