/** For every rule of portable SQL, a text that breaks it and one beside it that does not. */
export const EXAMPLES: readonly (readonly [rule: string, bad: string, good: string])[] = [
  [
    'casts are to the types both have',
    'select cast(a as float) as b',
    'select cast(a as double) as b',
  ],
  [
    'casts are to the types both have',
    'select cast(a as decimal) as b',
    'select cast(a as decimal(18, 2)) as b',
  ],
  [
    'casts are to the types both have',
    'select try_cast(left(a, 4) as varchar(4)) as b',
    'select try_cast(left(a, 4) as date) as b',
  ],
  [
    'columns are of the types both have',
    'create table if not exists t (a number(38, 0))',
    'create table if not exists t (a bigint not null)',
  ],
  [
    'columns are of the types both have',
    'create table t (a bigint primary key)',
    'create table t (a bigint)',
  ],
  [
    'nulls have their place in every order',
    'select row_number() over (partition by a order by wonder_id) as n',
    'select row_number() over (partition by a order by wonder_id asc nulls last) as n',
  ],
  [
    'nulls have their place in every order',
    'select sum(a) over (order by b nulls first, c rows between unbounded preceding and current row) as n',
    'select sum(a) over (order by b nulls first, c nulls last rows between unbounded preceding and current row) as n',
  ],
  [
    'nulls have their place in every order',
    'select a from t order by b desc',
    'select a from t order by b desc nulls last, wonder_id',
  ],
  [
    'a limit has an order',
    'select a from (select b from t order by b nulls last) as t limit 1',
    'select a from t order by a nulls last limit 1',
  ],
  [
    'greatest and least see no null',
    'select greatest(a, 0) as b',
    'select greatest(coalesce(a, 0), 0) as b',
  ],
  [
    'greatest and least see no null',
    'select least(coalesce(a, 0) + b, 1) as c',
    'select least(2 * i.categories, 10) as c',
  ],
  [
    'nothing is divided by zero',
    'select a / b as c',
    'select cast(a as double) / nullif(b, 0) as c',
  ],
  [
    'rounding is of a DECIMAL',
    'select round(a, 2) as b',
    'select round(cast(a as decimal(38, 10)), 2) as b',
  ],
  [
    'rounding is of a DECIMAL',
    'select round(cast(a as double), 2) as b',
    'select round(cast(a as decimal(18, 8)), 2) as b',
  ],
  [
    'datediff quotes its part',
    'select datediff(day, a, b) as c',
    "select datediff('day', a, b) as c",
  ],
  [
    'try_cast is of text',
    'select try_cast(a as date) as b',
    'select try_cast(cast(a as varchar) as date) as b',
  ],
  ['texts have no backslash', "select 'a\\n' as b", "select 'a^n' as b"],
  [
    'a decimal literal says what it is',
    'select 0.35 * a as b',
    'select cast(0.35 as double) * 1e-2 * a as b',
  ],
  ['casts are spelled out', 'select a::date as b', "select 'a::date' as b -- a::date"],
  ['names are not quoted', 'select "a" as b', "select 'a' as b"],
  [
    'no brackets, arrows or other signs of one engine',
    "select a->>'b' as c",
    'select a - 1 > 2 as c',
  ],
  ['no brackets, arrows or other signs of one engine', 'select [1, 2] as a', 'select (1 + 2) as a'],
  ['the time is a variable', 'select current_date as a', 'select score_date as a'],
  [
    'nothing is random',
    'select a from t order by random() nulls last',
    'select a from t order by a nulls last',
  ],
  [
    'intervals are numbers of days',
    "select a - interval '90 days' as b",
    'select cast(a as date) - 90 as b',
  ],
  [
    'no filter (where)',
    'select count(*) filter (where a) as b',
    'select count(case when a then 1 end) as b',
  ],
  [
    'no ignore nulls',
    'select lag(a) ignore nulls over (order by b nulls last) as c',
    'select lag(a) over (order by b nulls last) as c',
  ],
  [
    'no named windows',
    'select sum(a) over w as b from t window w as (partition by c)',
    'select sum(a) over (partition by c) as b from t',
  ],
  [
    'frames count rows',
    'select sum(a) over (order by b nulls last range between 1 preceding and 1 following) as c',
    'select sum(a) over (order by b nulls last rows between 1 preceding and 1 following) as c',
  ],
  [
    'except, not minus',
    'select a from t minus select a from s',
    'select a from t except select a from s',
  ],
  [
    'rows are chosen by order and limit',
    'select distinct on (a) a from t',
    'select distinct a from t',
  ],
  [
    'columns are named',
    'select a, sum(b) as c from t group by all',
    'select a, sum(b) as c from t group by a',
  ],
  ['columns are named', 'select * exclude (a) from t', 'select * from final'],
  ['no statement of one engine', 'truncate t', 'delete from t'],
  [
    'values are named',
    'select col0 from (values (1), (2))',
    'select v.a from (values (1), (2)) as v (a)',
  ],
  ['no reserved word is a name', 'select a as value from t', 'select a as amount from t'],
  ['one statement', 'select 1 as a; select 2 as b', 'select 1 as a'],
  ['whole division and shifts have macros', 'select a // 62 as b', 'select floor(a / 62) as b'],
  ['bits are counted by a macro', 'select a & 63 as b', 'select mod(a, 64) as b'],
  ['functions are known to both engines', 'select nvl(a, 0) as b', 'select coalesce(a, 0) as b'],
  [
    'functions are known to both engines',
    "select strftime(a, '%Y') as b",
    'select extract(year from a) as b',
  ],
  ['functions are known to both engines', 'select bit_or(a) as b', 'select bitor_agg(a) as b'],
];
