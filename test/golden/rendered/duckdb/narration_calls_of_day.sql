-- How often writing models were called on a day.
with final as (

    select count(*) as calls
    from analytics.narration_calls
    where called_on = cast(? as date)

)

select * from final
