-- Periods of 28 days, 0 is the newest. Binds: the first, and one past the last.
insert into {{ source('landing', 'fact_spend') }}
with this as (
    select cast(unnest(range(cast(? as bigint), cast(? as bigint))) as integer) as period
),

baskets as (
    select
        fans.fan_sk,
        fans.sport_key,
        fans.affiliation,
        fans.is_learner,
        fans.spending,
        fans.first_day,
        fans.last_day,
        this.period,
        unnest(range(cast(floor(
            0.0143 * fans.spending * rhythm.busy_days * (0.4 + 1.2 * {{ u('baskets', 'fans.fan_sk, this.period') }})
            + {{ u('one more basket', 'fans.fan_sk, this.period') }}
        ) as bigint))) as basket
    from this
    inner join {{ var('work') }}.rhythm as rhythm on this.period = rhythm.period
    inner join {{ var('work') }}.fans as fans on rhythm.sport_key = fans.sport_key
),

dated as (
    select
        baskets.*,
        slots.day,
        ((baskets.period * 10000000 + baskets.fan_sk) * 1024 + baskets.basket) as spend_sk,
        {{ u('category', 'baskets.fan_sk, baskets.period, baskets.basket') }} as category_chance,
        {{ u('product', 'baskets.fan_sk, baskets.period, baskets.basket') }} as product_chance,
        {{ u('amount', 'baskets.fan_sk, baskets.period, baskets.basket') }} as amount_chance,
        {{ u('discount', 'baskets.fan_sk, baskets.period, baskets.basket') }} as discount_chance
    from baskets
    inner join {{ var('work') }}.slots as slots
        on baskets.sport_key = slots.sport_key
        and baskets.period = slots.period
        and slots.slot = cast(floor({{ u('buying day', 'baskets.fan_sk, baskets.period, baskets.basket') }} * 256) as integer)
    where slots.day between baskets.first_day and baskets.last_day
),

chosen as (
    select
        *,
        case
            when is_learner and category_chance < 0.22 then 41 + cast(floor(product_chance * 8) as bigint)
            when category_chance < (case affiliation when 'Alumni' then 0.34 else 0.25 end) and category_chance >= 0.22
                then 33 + cast(floor(product_chance * 4) as bigint)
            when category_chance < 0.58 then 1 + cast(floor(power(product_chance, 1.4) * 12) as bigint)
            when category_chance < 0.78 then 13 + cast(floor(product_chance * 12) as bigint)
            when category_chance < 0.95 then 25 + cast(floor(product_chance * 8) as bigint)
            else 37 + cast(floor(power(product_chance, 1.5) * 4) as bigint)
        end as product_sk
    from dated
),

priced as (
    select
        chosen.*,
        products.category,
        case when products.category in ('F&B', 'Ticket') then 1 + cast(floor(power(amount_chance, 2) * 3) as bigint) else 1 end as quantity,
        products.unit_price * case products.category
            when 'Donation' then greatest(0.4, least(chosen.spending, 12)) * (0.5 + amount_chance) else 1 end as price,
        case when products.category in ('Donation', 'Learning') then 0 when discount_chance < 0.12 then 0.2 when discount_chance < 0.3 then 0.1 else 0 end as discount,
        products.unit_cost
    from chosen
    inner join {{ source('landing', 'dim_product') }} as products on chosen.product_sk = products.product_sk
),

billed as (
    select
        *,
        cast(round(cast(price as decimal(18, 4)) * quantity, 2) as decimal(18, 2)) as gross,
        cast(round(cast(price as decimal(18, 4)) * quantity * cast(discount as decimal(4, 2)), 2) as decimal(18, 2)) as reduction,
        case when category = 'Donation' then 0 else cast(unit_cost * quantity as decimal(18, 2)) end as cost_of_goods,
        {{ u('refund', 'spend_sk') }} < 0.015 as is_refund
    from priced
)

select
    spend_sk,
    fan_sk,
    {{ date_key('day') }},
    product_sk,
    null,
    'D' || lower(to_base(spend_sk, 36)),
    case when is_refund then 'Refund' when category in ('Donation', 'Subscription') then category else 'Purchase' end,
    quantity,
    gross,
    reduction,
    case when is_refund then reduction - gross else gross - reduction end,
    cost_of_goods,
    case when is_refund then reduction - gross else gross - reduction - cost_of_goods end,
    case when {{ u('payment', 'spend_sk') }} < 0.7 then 'card' when {{ u('payment', 'spend_sk') }} < 0.9 then 'wallet' else 'cash' end,
    {{ moment('day', 'paid at', 'spend_sk') }}
from billed
