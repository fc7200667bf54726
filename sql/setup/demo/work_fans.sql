-- What a fan is like, hidden from the data: how active, since and until when, what they care about.
create table {{ var('work') }}.fans as
with drawn as (
    select
        i as fan_sk,
        {{ u('activity', 'i') }} as activity_rank,
        {{ u('sport', 'i') }} as sport_chance,
        {{ u('affiliation', 'i') }} as affiliation_chance,
        {{ u('since', 'i') }} as since_chance,
        {{ u('since when', 'i') }} as since_share,
        {{ u('leaver', 'i') }} as leaver_chance,
        {{ u('left when', 'i') }} as left_share,
        {{ u('spender', 'i') }} as spend_rank,
        {{ u('tier', 'i') }} as tier_chance
    from range(1, {{ var('fans') }} + 1) as r (i)
),

dated as (
    select
        *,
        -- Pareto(1.5), at most 60 times its least, divided by its mean.
        least(power(1 - activity_rank, -1 / 1.5), 60) / 2.742 as activity,
        case
            when since_chance < 0.02 then null
            when since_chance < 0.70
                then cast('{{ var('as_of') }}' as date) - {{ var('days') }} - cast(floor(power(since_share, 1.7) * 6200) as integer)
            else cast('{{ var('as_of') }}' as date) - cast(floor(since_share * {{ var('days') }}) as integer)
        end as account_created_date,
        case
            when leaver_chance < 0.16
                then cast('{{ var('as_of') }}' as date) - 90 - cast(floor(left_share * greatest({{ var('days') }} - 90, 1)) as integer)
            when leaver_chance < 0.23
                then cast('{{ var('as_of') }}' as date) - cast(floor(8 + left_share * 82) as integer)
            else date '9999-12-31'
        end as last_day
    from drawn
),

ranked as (
    select
        *,
        coalesce(account_created_date, date '1990-01-01') as first_day,
        0.62 * activity_rank
        + 0.16 * least(datediff('day', coalesce(account_created_date, cast('{{ var('as_of') }}' as date)), cast('{{ var('as_of') }}' as date)) / 5000.0, 1)
        + 0.22 * tier_chance as standing
    from dated
)

select
    fan_sk,
    activity,
    activity_rank,
    account_created_date,
    first_day,
    last_day,
    case
        when sport_chance < 0.34 then 'Football'
        when sport_chance < 0.58 then 'Basketball'
        when sport_chance < 0.72 then 'Baseball'
        when sport_chance < 0.80 then 'Soccer'
        when sport_chance < 0.86 then 'Volleyball'
        else 'Campus'
    end as sport_key,
    case
        when affiliation_chance < 0.36 then 'Alumni'
        when affiliation_chance < 0.52 then 'Student'
        when affiliation_chance < 0.80 then 'Community'
        when affiliation_chance < 0.86 then 'Faculty'
        when affiliation_chance < 0.90 then 'Staff'
        when affiliation_chance < 0.97 then 'Parent'
    end as affiliation,
    case
        when standing >= 0.87 then 5
        when standing >= 0.77 then 4
        when standing >= 0.62 then 3
        when standing >= 0.43 then 2
        else 1
    end as tier_number,
    -- Three in ten changed tier within the span.
    case when {{ u('tier changed', 'fan_sk') }} < 0.3
        then cast('{{ var('as_of') }}' as date) - cast(floor({{ u('tier change day', 'fan_sk') }} * {{ var('days') }}) as integer)
    end as tier_change_day,
    {{ u('tier rose', 'fan_sk') }} < 0.75 as tier_rose,
    power(activity, 0.55) * exp(1.1 * (spend_rank * 2 - 1)) / 1.2 as spending,
    {{ u('mobile', 'fan_sk') }} as mobile_share,
    {{ u('satisfaction', 'fan_sk') }} as satisfaction,
    {{ u('learner', 'fan_sk') }} < 0.06 + 0.12 * activity_rank as is_learner,
    case when {{ u('advocate', 'fan_sk') }} < 0.05 + 0.16 * power(activity_rank, 3) then power(activity, 0.5) * 6 else 0 end as advocacy,
    case when {{ u('guest', 'fan_sk') }} < 0.10 * power(activity_rank, 6) then 40 else 0 end as hospitality
from ranked
