-- Periods of 28 days, 0 is the newest. Binds: the first, and one past the last. Few fans speak for the club, but those do it again.
insert into {{ source('landing', 'fact_advocacy') }}
with this as (
    select cast(unnest(range(cast(? as bigint), cast(? as bigint))) as integer) as period
),

deeds as (
    select
        fans.fan_sk,
        fans.sport_key,
        fans.affiliation,
        fans.advocacy,
        fans.activity_rank,
        fans.first_day,
        fans.last_day,
        this.period,
        unnest(range(cast(floor(
            0.0018 * fans.advocacy * rhythm.busy_days * (0.4 + 1.2 * {{ u('deeds', 'fans.fan_sk, this.period') }})
            + {{ u('one more deed', 'fans.fan_sk, this.period') }}
        ) as bigint))) as deed
    from this
    inner join {{ var('work') }}.rhythm as rhythm on this.period = rhythm.period
    inner join {{ var('work') }}.fans as fans on rhythm.sport_key = fans.sport_key
    where fans.advocacy > 0
),

dated as (
    select
        deeds.*,
        slots.day,
        (deeds.period * 10000000 + deeds.fan_sk) * 1024 + deeds.deed as advocacy_sk
    from deeds
    inner join {{ var('work') }}.slots as slots
        on deeds.sport_key = slots.sport_key
        and deeds.period = slots.period
        and slots.slot = cast(floor({{ u('deed day', 'deeds.fan_sk, deeds.period, deeds.deed') }} * 256) as integer)
    where slots.day between deeds.first_day and deeds.last_day
),

kinds as (
    select
        *,
        {{ u('deed', 'advocacy_sk') }} as kind
    from dated
),

named as (
    select
        *,
        case
            when kind < 0.32 then 'Referral'
            when kind < 0.70 then 'Social_Share'
            when kind < 0.88 or affiliation is distinct from 'Alumni' then 'Mention'
            else 'Alumni_Host'
        end as advocacy_type
    from kinds
)

select
    advocacy_sk,
    fan_sk,
    {{ date_key('day') }},
    advocacy_type,
    case when advocacy_type = 'Referral' then 1 + cast(floor({{ u('referred', 'advocacy_sk') }} * {{ var('fans') }}) as bigint) end,
    case when advocacy_type in ('Social_Share', 'Mention') then {{ pick("['Feedly', 'Chirper', 'Photogram', 'Clipster']", 'platform', 'advocacy_sk') }} end,
    case when advocacy_type in ('Social_Share', 'Mention')
        then cast(floor(40 * exp(4 * {{ u('reach', 'advocacy_sk') }}) * (0.5 + activity_rank)) as bigint) end,
    case when advocacy_type in ('Social_Share', 'Mention') then cast(floor({{ u('likes', 'advocacy_sk') }} * 60) as bigint) end,
    case when advocacy_type = 'Referral' then {{ u('converted', 'advocacy_sk') }} < 0.3 end,
    {{ moment('day', 'deed hour', 'advocacy_sk') }}
from named
