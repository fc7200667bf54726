with final as (

    {{ without_copies('fact_engagement', 'engagement_sk', 'engagement_type, engagement_channel, session_id, time_on_page_seconds, device_type') }}

)

select * from final
