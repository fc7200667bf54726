-- Periods of 28 days, 0 is the newest. Binds: the first, and one past the last.
insert into {{ source('landing', 'fact_loyalty') }}
with this as (
    select cast(unnest(range(cast(? as bigint), cast(? as bigint))) as integer) as period
),

acts as (
    select
        fans.fan_sk,
        fans.sport_key,
        fans.first_day,
        fans.last_day,
        this.period,
        unnest(range(cast(floor(
            0.0068 * power(fans.activity, 0.8) * rhythm.busy_days * (0.4 + 1.2 * {{ u('acts', 'fans.fan_sk, this.period') }})
            + {{ u('one more act', 'fans.fan_sk, this.period') }}
        ) as bigint))) as act
    from this
    inner join {{ var('work') }}.rhythm as rhythm on this.period = rhythm.period
    inner join {{ var('work') }}.fans as fans on rhythm.sport_key = fans.sport_key
),

dated as (
    select
        acts.*,
        slots.day,
        {{ u('act', 'acts.fan_sk, acts.period, acts.act') }} as kind,
        50 + cast(floor({{ u('points', 'acts.fan_sk, acts.period, acts.act') }} * 900) as bigint) as points
    from acts
    inner join {{ var('work') }}.slots as slots
        on acts.sport_key = slots.sport_key
        and acts.period = slots.period
        and slots.slot = cast(floor({{ u('act day', 'acts.fan_sk, acts.period, acts.act') }} * 256) as integer)
    where slots.day between acts.first_day and acts.last_day
),

tiers as (
    select ['Anchor', 'Commodore', 'Commodore Plus', 'Commodore Elite', 'Gold'] as names
),

tier_changes as (
    select
        fans.fan_sk,
        this.period,
        fans.tier_change_day as day,
        case when fans.tier_rose then fans.tier_number - 1 else fans.tier_number + 1 end as number_before,
        fans.tier_number
    from this
    inner join {{ var('work') }}.fans as fans
        on fans.tier_change_day between
            cast('{{ var('as_of') }}' as date) - this.period * 28 - 27 and cast('{{ var('as_of') }}' as date) - this.period * 28
    where fans.tier_change_day between fans.first_day and fans.last_day
)

select
    (period * 10000000 + fan_sk) * 1024 + act,
    fan_sk,
    {{ date_key('day') }},
    case when kind < 0.66 then 'Earn' when kind < 0.95 then 'Redeem' else 'Expiration' end,
    case when kind < 0.66 then points else 0 end,
    case when kind < 0.66 then 0 else points end,
    null,
    null,
    null,
    case when kind between 0.66 and 0.95 then 'R' || (points % 40) end,
    cast(points / 100.0 as decimal(18, 2)),
    {{ moment('day', 'act hour', 'fan_sk, period, act') }}
from dated

union all

select
    (tier_changes.period * 10000000 + tier_changes.fan_sk) * 1024 + 1023,
    tier_changes.fan_sk,
    {{ date_key('tier_changes.day') }},
    'TierChange',
    0,
    0,
    null,
    tiers.names[tier_changes.number_before],
    tiers.names[tier_changes.tier_number],
    null,
    null,
    cast(tier_changes.day as timestamp) + interval 12 hours
from tier_changes
cross join tiers
where tier_changes.number_before between 1 and 5
