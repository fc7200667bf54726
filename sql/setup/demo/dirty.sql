-- What real feeds bring: copies, unknown fans, days that do not exist or are still to come, values out of range.

-- Exact copies of one fan in five hundred, and the same wonder_id under a second number.
insert into {{ source('landing', 'dim_fan') }}
select fans.* from {{ source('landing', 'dim_fan') }} as fans where fans.fan_sk % 500 = 77;

insert into {{ source('landing', 'dim_fan') }}
select fans.* replace (fans.fan_sk + 9000000 as fan_sk) from {{ source('landing', 'dim_fan') }} as fans where fans.fan_sk % 1500 = 78;

insert into {{ source('landing', 'dim_event') }}
select events.* from {{ source('landing', 'dim_event') }} as events where events.event_sk = 3;

insert into {{ source('landing', 'dim_product') }}
select products.* from {{ source('landing', 'dim_product') }} as products where products.product_sk = 20;

insert into {{ source('landing', 'fact_engagement') }}
select facts.* from {{ source('landing', 'fact_engagement') }} as facts where {{ u('copy', 'engagement_sk') }} < 0.0008;

insert into {{ source('landing', 'fact_engagement') }}
select facts.* replace (engagement_sk + 4 as engagement_sk, case when engagement_sk % 3 = 0 then null else 9500000 + fan_sk end as fan_sk)
from {{ source('landing', 'fact_engagement') }} as facts where engagement_channel = 'social' and {{ u('unknown', 'engagement_sk') }} < 0.01;

insert into {{ source('landing', 'fact_engagement') }}
select facts.* replace (engagement_sk + 5 as engagement_sk, date_key // 10000 * 10000 + 230 as date_key)
from {{ source('landing', 'fact_engagement') }} as facts where engagement_channel = 'social' and {{ u('no such day', 'engagement_sk') }} < 0.003;

-- The same transaction under a second number, a product nobody knows, a payment of tomorrow.
insert into {{ source('landing', 'fact_spend') }}
select facts.* replace (spend_sk + 512 as spend_sk) from {{ source('landing', 'fact_spend') }} as facts where {{ u('paid twice', 'spend_sk') }} < 0.002;

insert into {{ source('landing', 'fact_spend') }}
select facts.* replace (spend_sk + 600 as spend_sk, transaction_id || 'x' as transaction_id, 999 as product_sk)
from {{ source('landing', 'fact_spend') }} as facts where {{ u('unknown product', 'spend_sk') }} < 0.001;

insert into {{ source('landing', 'fact_spend') }}
select facts.* replace (
    spend_sk + 700 as spend_sk,
    transaction_id || 'y' as transaction_id,
    {{ date_key("(cast('" ~ var('as_of') ~ "' as date) + 3)") }} as date_key
)
from {{ source('landing', 'fact_spend') }} as facts where {{ u('tomorrow', 'spend_sk') }} < 0.0007;

insert into {{ source('landing', 'fact_sentiment') }}
select facts.* replace (sentiment_sk + 800 as sentiment_sk, 42 as nps_score)
from {{ source('landing', 'fact_sentiment') }} as facts where sentiment_source = 'NPS' and {{ u('nps 42', 'sentiment_sk') }} < 0.006;

insert into {{ source('landing', 'fact_sentiment') }}
select facts.* replace (sentiment_sk + 801 as sentiment_sk, 0 as review_rating)
from {{ source('landing', 'fact_sentiment') }} as facts where sentiment_source = 'Review' and {{ u('no stars', 'sentiment_sk') }} < 0.006;

insert into {{ source('landing', 'fact_attendance') }}
select facts.* replace (attendance_sk + 900 as attendance_sk, 9500000 + fan_sk as fan_sk)
from {{ source('landing', 'fact_attendance') }} as facts where {{ u('stranger', 'attendance_sk') }} < 0.003;

insert into {{ source('landing', 'fact_attendance') }}
select facts.* replace (attendance_sk + 901 as attendance_sk, null as date_key)
from {{ source('landing', 'fact_attendance') }} as facts where {{ u('undated', 'attendance_sk') }} < 0.001;

insert into {{ source('landing', 'fact_loyalty') }}
select facts.* from {{ source('landing', 'fact_loyalty') }} as facts where {{ u('copy', 'loyalty_sk') }} < 0.002;

insert into {{ source('landing', 'fact_advocacy') }}
select facts.* replace (advocacy_sk + 900 as advocacy_sk, null as fan_sk)
from {{ source('landing', 'fact_advocacy') }} as facts where {{ u('nobody', 'advocacy_sk') }} < 0.004;

insert into {{ source('landing', 'fact_hospitality') }}
select facts.* from {{ source('landing', 'fact_hospitality') }} as facts where {{ u('copy', 'hospitality_sk') }} < 0.004
