-- Binds: run_id, score_date of each of two runs. Their fans and mean WonderScore, in that order.
with this_run as (

    select count(*) as fans, avg(cast(wonder_score as double)) as mean_score
    from analytics.mart_wonderscore_daily
    where run_id = ? and score_date = cast(? as date)

),

other_run as (

    select count(*) as fans, avg(cast(wonder_score as double)) as mean_score
    from analytics.mart_wonderscore_daily
    where run_id = ? and score_date = cast(? as date)

),

final as (

    select
        t.fans,
        t.mean_score,
        o.fans as previous_fans,
        o.mean_score as previous_mean_score
    from this_run as t
    cross join other_run as o

)

select * from final
