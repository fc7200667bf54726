-- Fans in scope of one segment of a run.
with members as (

    select fan_sk, wonder_id
    from analytics.mart_segment_members
    where
        segment = ?
        and run_id = ?
        and score_date = cast(? as date)

),

final as (

    select count(*) as fans
    from members as m
    where m.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 1 else 0 end) = 1) and m.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 0 else 1 end = 1)

)

select * from final
