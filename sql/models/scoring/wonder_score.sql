-- The base scores weighted, in DECIMAL from the stored ones.
with engagement as (

    select fan_sk, engagement_score
    from {{ ref('base_engagement_score') }}

),

loyalty as (

    select fan_sk, loyalty_score
    from {{ ref('base_loyalty_score') }}

),

monetary as (

    select fan_sk, value_score
    from {{ ref('base_value_score') }}

),

sentiment as (

    select fan_sk, sentiment_score
    from {{ ref('base_sentiment_score') }}

),

advocacy as (

    select fan_sk, advocacy_score
    from {{ ref('base_advocacy_score') }}

),

final as (

    select
        e.fan_sk,
        cast(round(
            {{ exact(var('wonder_weights').engagement) }} * e.engagement_score
            + {{ exact(var('wonder_weights').loyalty) }} * l.loyalty_score
            + {{ exact(var('wonder_weights').value) }} * v.value_score
            + {{ exact(var('wonder_weights').sentiment) }} * s.sentiment_score
            + {{ exact(var('wonder_weights').advocacy) }} * a.advocacy_score,
            2
        ) as decimal(5, 2)) as wonder_score
    from engagement as e
    inner join loyalty as l on l.fan_sk = e.fan_sk
    inner join monetary as v on v.fan_sk = e.fan_sk
    inner join sentiment as s on s.fan_sk = e.fan_sk
    inner join advocacy as a on a.fan_sk = e.fan_sk

)

select * from final
