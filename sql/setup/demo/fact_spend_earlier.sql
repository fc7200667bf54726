-- What members of longer standing bought before the span: what they bought in it, moved back by whole weeks, one
-- span and then two, from the day they joined. Without it the sums of a lifetime would double within the span, and
-- a model that learnt from their first half would promise too much of the second.
insert into {{ source('landing', 'fact_spend') }}
with spans as (
    select cast(unnest([1, 2]) as integer) as spans_back
),

moved as (
    select
        facts.*,
        spans.spans_back,
        spans.spans_back * 7 * cast(ceil({{ var('days') }} / 7.0) as integer) as days_back,
        strptime(cast(facts.date_key as varchar), '%Y%m%d') as bought_on
    from {{ source('landing', 'fact_spend') }} as facts
    cross join spans
),

dated as (
    select
        *,
        cast(bought_on - to_days(days_back) as date) as earlier_day,
        -- Behind every period that a span can have.
        spend_sk + spans_back * 100000000000000 as earlier_sk
    from moved
)

select
    dated.earlier_sk,
    dated.fan_sk,
    {{ date_key('dated.earlier_day') }},
    dated.product_sk,
    dated.event_sk,
    'D' || lower(to_base(dated.earlier_sk, 36)),
    dated.transaction_type,
    dated.quantity,
    dated.gross_revenue,
    dated.discount_amount,
    dated.net_revenue,
    dated.cost,
    dated.profit,
    dated.payment_method,
    dated.transaction_timestamp - to_days(dated.days_back)
from dated
inner join {{ var('work') }}.fans as fans on dated.fan_sk = fans.fan_sk
where dated.earlier_day >= fans.first_day
