-- Feedback that came with an Idempotency-Key. Binds: the key, who gave it.
with final as (

    select feedback_id, insight_id, verdict, reason, given_at
    from analytics.insight_feedback
    where
        idempotency_key = ?
        and given_by = ?

)

select * from final
