-- Whether one fan may be written to.
with final as (

    select (d.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when s.gdpr_consent and s.marketing_opt_in then 1 else 0 end) = 1) and d.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when s.gdpr_consent and s.marketing_opt_in then 0 else 1 end = 1)) as contactable
    from analytics.mart_wonderscore_daily as d
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and d.wonder_id = ?
        and true

)

select * from final
