-- What readers dismissed and did not bring back since, of insights up to a day. Binds: that day.
with verdicts as (

    select insight_key, verdict, moves_from, given_at, feedback_id
    from analytics.insight_feedback
    where score_date <= cast(? as date)

),

newest as (

    select insight_key, verdict, moves_from
    from verdicts
    qualify row_number() over (
        partition by insight_key order by given_at desc nulls last, feedback_id desc nulls last
    ) = 1

),

final as (

    select insight_key, moves_from
    from newest
    where verdict in ('wrong', 'known')

)

select * from final
