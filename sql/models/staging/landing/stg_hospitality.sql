with kept as (

    {{ without_copies('fact_hospitality', 'hospitality_sk', 'event_sk, fb_spend, service_rating') }}

),

final as (

    select
        hospitality_sk,
        fan_sk,
        date_key,
        event_sk,
        fb_spend,
        {{ within('service_rating', 1, 5) }} as valid_service_rating,
        case when service_rating not between 1 and 5 then 1 else 0 end as values_out_of_range
    from kept

)

select * from final
