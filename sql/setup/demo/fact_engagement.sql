-- Periods of 28 days, 0 is the newest. Binds: the first, and one past the last. A touch is a visit, a mail, a post or an advertisement.
-- On the last day a campaign goes out by mail, and many more open it than on other days.
insert into {{ source('landing', 'fact_engagement') }}
with this as (
    select cast(unnest(range(cast(? as bigint), cast(? as bigint))) as integer) as period
),

touches as (
    select
        fans.fan_sk,
        fans.sport_key,
        fans.first_day,
        fans.last_day,
        fans.mobile_share,
        this.period,
        unnest(range(cast(floor(
            0.062 * fans.activity * rhythm.busy_days * (0.5 + {{ u('visits', 'fans.fan_sk, this.period') }})
            + {{ u('one more visit', 'fans.fan_sk, this.period') }}
        ) as bigint))) as touch
    from this
    inner join {{ var('work') }}.rhythm as rhythm on this.period = rhythm.period
    inner join {{ var('work') }}.fans as fans on rhythm.sport_key = fans.sport_key
),

dated as (
    select
        touches.*,
        slots.day,
        datediff('day', slots.day, touches.last_day) as days_left,
        {{ u('kind', 'touches.fan_sk, touches.period, touches.touch') }} as kind
    from touches
    inner join {{ var('work') }}.slots as slots
        on touches.sport_key = slots.sport_key
        and touches.period = slots.period
        and slots.slot = cast(floor({{ u('day', 'touches.fan_sk, touches.period, touches.touch') }} * 256) as integer)
    where slots.day between touches.first_day and touches.last_day
),

-- Who is about to leave already comes less.
kept as (
    select
        *,
        case when kind < 0.37 then 'web' when kind < 0.58 then 'app' when kind < 0.82 then 'email' when kind < 0.90 then 'social' else 'ad' end as touch_kind
    from dated
    where days_left > 45 or {{ u('fading', 'fan_sk, period, touch') }} < 0.45
),

mailed as (
    select
        fans.fan_sk,
        this.period,
        1023 as touch,
        cast('{{ var('as_of') }}' as date) as day,
        'email' as touch_kind,
        fans.mobile_share
    from this
    inner join {{ var('work') }}.fans as fans on this.period = 0
    where {{ u('opt in', 'fans.fan_sk') }} < 0.68
        and {{ u('campaign', 'fans.fan_sk') }} < 0.05 + 0.08 * fans.activity_rank
        and cast('{{ var('as_of') }}' as date) between fans.first_day and fans.last_day
),

touched as (
    select fan_sk, period, touch, day, touch_kind, mobile_share from kept
    union all
    select fan_sk, period, touch, day, touch_kind, mobile_share from mailed
),

steps as (
    select
        *,
        unnest(range(case touch_kind
            when 'web' then 1 + cast(floor(power({{ u('steps', 'fan_sk, period, touch') }}, 1.6) * 7) as bigint)
            when 'app' then 1 + cast(floor(power({{ u('steps', 'fan_sk, period, touch') }}, 1.6) * 5) as bigint)
            when 'email' then 1 + cast({{ u('clicked', 'fan_sk, period, touch') }} < 0.14 as bigint)
            when 'ad' then 1 + cast({{ u('clicked', 'fan_sk, period, touch') }} < 0.07 as bigint)
            else 1
        end)) as step
    from touched
)

select
    ((period * 10000000 + fan_sk) * 1024 + touch) * 8 + step,
    fan_sk,
    {{ date_key('day') }},
    case when touch_kind in ('email', 'ad') then 1 + cast(day - cast('{{ var('as_of') }}' as date) + {{ var('days') }} as bigint) // 31 end,
    case
        when touch_kind in ('web', 'app') then 'page_view'
        when touch_kind = 'social' then 'social_post'
        when step = 1 then 'click'
        when touch_kind = 'email' then 'email_open'
        else 'impression'
    end,
    case touch_kind when 'ad' then 'web' else touch_kind end,
    case when touch_kind in ('web', 'app') then 's' || ((period * 10000000 + fan_sk) * 1024 + touch) end,
    case when touch_kind in ('web', 'app') then 8 + cast(floor(-75 * ln(1 - 0.999 * {{ u('seconds', 'fan_sk, period, touch * 8 + step') }})) as bigint) end,
    case when touch_kind in ('web', 'app') then 1 end,
    {{ moment('day', 'hour', 'fan_sk, period, touch') }} + to_seconds(step * 40),
    case
        when touch_kind = 'app' or {{ u('device', 'fan_sk, period, touch') }} < mobile_share then 'mobile'
        when {{ u('device', 'fan_sk, period, touch') }} < mobile_share + 0.03 then 'tablet'
        else 'desktop'
    end
from steps
