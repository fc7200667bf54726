-- Whether one fan may be written to.
with final as (

    select {{ is_contactable('d') }} as contactable
    from {{ ref('mart_wonderscore_daily') }} as d
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and d.wonder_id = ?
        and {{ in_scope('d') }}

)

select * from final
