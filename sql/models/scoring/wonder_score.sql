-- The base scores weighted into one: in DECIMAL, from the stored ones.
with base_scores as (

    select *
    from {{ ref('base_scores') }}

),

final as (

    select
        *,
        cast(round(
            {{ exact(var('wonder_weights').engagement) }} * engagement_score
            + {{ exact(var('wonder_weights').loyalty) }} * loyalty_score
            + {{ exact(var('wonder_weights').value) }} * value_score
            + {{ exact(var('wonder_weights').sentiment) }} * sentiment_score
            + {{ exact(var('wonder_weights').advocacy) }} * advocacy_score,
            2
        ) as decimal(5, 2)) as wonder_score
    from base_scores

)

select * from final
