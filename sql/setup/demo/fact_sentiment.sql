-- Periods of 28 days, 0 is the newest. Binds: the first, and one past the last. Who is about to leave is less content.
insert into {{ source('landing', 'fact_sentiment') }}
with this as (
    select cast(unnest(range(cast(? as bigint), cast(? as bigint))) as integer) as period
),

voices as (
    select
        fans.fan_sk,
        fans.sport_key,
        fans.satisfaction,
        fans.first_day,
        fans.last_day,
        this.period,
        unnest(range(cast(floor(
            0.0026 * power(fans.activity, 0.6) * rhythm.busy_days * (0.4 + 1.2 * {{ u('voices', 'fans.fan_sk, this.period') }})
            + {{ u('one more voice', 'fans.fan_sk, this.period') }}
        ) as bigint))) as voice
    from this
    inner join {{ var('work') }}.rhythm as rhythm on this.period = rhythm.period
    inner join {{ var('work') }}.fans as fans on rhythm.sport_key = fans.sport_key
),

dated as (
    select
        voices.*,
        slots.day,
        (voices.period * 10000000 + voices.fan_sk) * 1024 + voices.voice as sentiment_sk
    from voices
    inner join {{ var('work') }}.slots as slots
        on voices.sport_key = slots.sport_key
        and voices.period = slots.period
        and slots.slot = cast(floor({{ u('said on', 'voices.fan_sk, voices.period, voices.voice') }} * 256) as integer)
    where slots.day between voices.first_day and voices.last_day
),

felt as (
    select
        *,
        least(greatest(
            0.25 + 0.6 * satisfaction + 0.35 * ({{ u('mood', 'sentiment_sk') }} - 0.5)
            - case when datediff('day', day, last_day) < 120 then 0.3 else 0 end,
            0), 1) as feeling,
        {{ u('source', 'sentiment_sk') }} as kind,
        {{ u('complaint', 'sentiment_sk') }} as complaint
    from dated
),

voiced as (
    select
        *,
        case
            when complaint < 0.22 * power(1 - feeling, 2) then 'Complaint'
            when kind < 0.42 then 'NPS'
            when kind < 0.70 then 'Review'
            when kind < 0.94 then 'Social'
            else 'Survey'
        end as sentiment_source
    from felt
)

select
    sentiment_sk,
    fan_sk,
    {{ date_key('day') }},
    null,
    sentiment_source,
    case
        when sentiment_source = 'Complaint' then -20 - cast(floor({{ u('anger', 'sentiment_sk') }} * 80) as bigint)
        when sentiment_source in ('Social', 'Survey') then cast(round(feeling * 180 - 80) as bigint)
    end,
    case when sentiment_source = 'NPS' then cast(round(2 + 8 * feeling) as bigint) end,
    case when sentiment_source = 'Review' then cast(round(1 + 4 * feeling) as bigint) end,
    case sentiment_source
        when 'Complaint' then {{ pick("['The queue took an hour', 'My seat was taken', 'The app signed me out', 'Parking was a maze', 'Nobody answered my mail']", 'complaint text', 'sentiment_sk') }}
        when 'Review' then case
            when feeling >= 0.6 then {{ pick("['Great evening', 'The kids loved it', 'Friendly staff', 'Worth the drive']", 'review text', 'sentiment_sk') }}
            else {{ pick("['It was fine', 'Too loud for us', 'Expected more', 'Long walk to the seats']", 'review text', 'sentiment_sk') }}
        end
    end,
    {{ moment('day', 'said at', 'sentiment_sk') }}
from voiced
