-- How many fans share sport, affiliation, loyalty tier and tier: what filters can ask for.
with daily as (

    select *
    from {{ ref('mart_wonderscore_daily') }}
    where
        run_id = ?
        and score_date = cast(? as date)

),

final as (

    select
        d.primary_sport,
        d.primary_affiliation,
        d.loyalty_tier,
        d.wonder_score_tier,
        count(*) as fans
    from daily as d
    where {{ in_scope('d') }}
    group by
        d.primary_sport,
        d.primary_affiliation,
        d.loyalty_tier,
        d.wonder_score_tier

)

select * from final
