insert into {{ source('landing', 'dim_event') }}
select
    event_sk,
    'DEMO-E' || lpad(cast(event_sk as varchar), 4, '0'),
    case event_type
        when 'Game' then sport || ' against ' || opponent
        when 'Concert' then 'Concert at ' || venue
        when 'Learning' then 'Evening lecture'
        else 'Club dinner'
    end,
    event_type,
    sport,
    venue,
    capacity,
    event_date,
    is_premium_event,
    opponent
from {{ var('work') }}.events
order by event_sk
