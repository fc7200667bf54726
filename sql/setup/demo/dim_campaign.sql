-- One campaign a month, its channel in turn.
insert into {{ source('landing', 'dim_campaign') }}
with months as (
    select i, cast(date_trunc('month', cast('{{ var('as_of') }}' as date)) as date) as newest
    from range({{ var('days') }} // 28 + 1) as r (i)
),

spans as (
    select
        row_number() over (order by i desc) as campaign_sk,
        cast(newest - to_months(cast(i as integer)) as date) as start_date,
        cast(newest - to_months(cast(i as integer)) + interval 1 month - interval 1 day as date) as end_date
    from months
),

themes as (
    select
        *,
        ['Email', 'Social', 'Paid', 'Organic'][1 + cast(campaign_sk % 4 as integer)] as channel,
        ['Winter warm-up', 'Rivalry week', 'Spring swing', 'Opening pitch', 'Reunion', 'Summer nights', 'Camp season',
            'Kick-off', 'Homecoming', 'Harvest home stand', 'Giving day', 'Holiday hoops'][month(start_date)] as theme
    from spans
)

select
    campaign_sk,
    'DEMO-C' || lpad(cast(campaign_sk as varchar), 3, '0'),
    theme || ' ' || year(start_date),
    channel,
    lower(channel),
    case channel when 'Paid' then 'cpc' when 'Email' then 'newsletter' else 'post' end,
    lower(replace(theme, ' ', '-')) || '-' || year(start_date),
    start_date,
    end_date
from themes
order by campaign_sk
