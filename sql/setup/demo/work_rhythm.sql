-- Per sport and period of 28 days: how much of everything happens, and how many events there are to go to.
create table {{ var('work') }}.rhythm as
with weights as (
    select sport_key, period, sum(weight) as weight, count(*) as day_count
    from {{ var('work') }}.day_weights
    group by sport_key, period
),

mean_weight as (
    select sport_key, sum(weight) / sum(day_count) as per_day from weights group by sport_key
),

own_events as (
    select sport_key, period, count(*) as event_count from {{ var('work') }}.events group by sport_key, period
),

own_total as (
    select sport_key, sum(event_count) as event_count from own_events group by sport_key
),

any_events as (
    select period, count(*) as event_count from {{ var('work') }}.events group by period
),

any_total as (
    select sum(event_count) as event_count from any_events
)

select
    weights.sport_key,
    weights.period,
    weights.weight / mean_weight.per_day as busy_days,
    coalesce(own_events.event_count, 0) as own_events,
    coalesce(any_events.event_count, 0) as any_events,
    coalesce(own_events.event_count / own_total.event_count, 0) as own_share,
    coalesce(any_events.event_count / any_total.event_count, 0) as any_share
from weights
inner join mean_weight on weights.sport_key = mean_weight.sport_key
left join own_events on weights.sport_key = own_events.sport_key and weights.period = own_events.period
left join own_total on weights.sport_key = own_total.sport_key
left join any_events on weights.period = any_events.period
cross join any_total
