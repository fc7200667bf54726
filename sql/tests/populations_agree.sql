-- Whoever is in the population has inputs, scores and extended scores, and nobody else has.
with fans as (

    select fan_sk, wonder_id from {{ ref('int_population') }}
    union all
    select fan_sk, wonder_id from {{ ref('mart_score_inputs') }} where {{ of_this_run() }}
    union all
    select fan_sk, wonder_id from {{ ref('mart_wonderscore_daily') }} where {{ of_this_run() }}
    union all
    select fan_sk, wonder_id from {{ ref('mart_wonderscore_extended') }} where {{ of_this_run() }}

),

final as (

    select fan_sk, wonder_id, count(*) as places
    from fans
    group by fan_sk, wonder_id
    having count(*) <> 4

)

select * from final
