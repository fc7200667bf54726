with final as (

    {{ without_copies('fact_advocacy', 'advocacy_sk', 'advocacy_type, reach_count, conversion') }}

)

select * from final
