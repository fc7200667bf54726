with source as (

    select product_sk, category
    from landing.dim_product
    where product_sk is not null

),

final as (

    select product_sk, category
    from source
    qualify row_number() over (partition by product_sk order by category asc nulls last) = 1

)

select * from final
