with final as (

    {{ without_copies('fact_loyalty', 'loyalty_sk', 'activity_type, tier_before, tier_after, reward_value') }}

)

select * from final
