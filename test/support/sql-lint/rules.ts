import { closingBracket, openingBracket, splitList } from './brackets.ts';
import { callsOf, type MaskedSql } from './masked-sql.ts';
import { nullableNames } from './nullable.ts';

export interface Finding {
  readonly index: number;
  readonly said: string;
}

/** One rule about SQL that both engines must read alike. */
export interface Rule {
  readonly name: string;
  find(sql: MaskedSql): Finding[];
}

function forbid(name: string, pattern: RegExp): Rule {
  return {
    name,
    find: ({ code }) =>
      [...code.matchAll(pattern)].map((match) => ({ index: match.index, said: match[0].trim() })),
  };
}

const TYPES = /^(u?bigint|integer|double|decimal\(\d+, ?\d+\)|varchar|boolean|date|timestamp)$/;
/** Columns by which whole results are ordered and that are never null. */
const ORDERED =
  /^(\w+\.)?(metric|movement|run_id|score_date|segment|sort_order|source_table|stage_order|started_at|wonder_id)( (asc|desc))?$/;
/** Divisors that a condition or a count keeps from being zero. */
const NOT_ZERO =
  /^(nullif\(|greatest\(|\d|\(\d|e\.impressions\b|e\.engagement_rows\b|i\.experiences\b|cast\(reward_cost as double\)|\(cast\((\w+\.|\()[\w\s.()-]+ as double\) \/ \()/;

function castTypes({ code }: MaskedSql): Finding[] {
  return [...callsOf(code, 'cast'), ...callsOf(code, 'try_cast')].flatMap(({ index, args }) => {
    const type = /\sas\s+([a-z]\w*(\([^()]*\))?)$/.exec(args.join(', '))?.[1] ?? 'no type';
    return TYPES.test(type) ? [] : [{ index, said: type }];
  });
}

function columnTypes({ code }: MaskedSql): Finding[] {
  return [...code.matchAll(/create table[^(]*\(/g)].flatMap((match) => {
    const open = match.index + match[0].length - 1;
    return splitList(code.slice(open + 1, closingBracket(code, open))).flatMap((column) => {
      const type = column.replace(/^\S+\s+/, '').replace(/\s+not null$/, '');
      return TYPES.test(type) ? [] : [{ index: match.index, said: column }];
    });
  });
}

const CLAUSE_END = /\b(limit|rows|range|groups|qualify|union|except)\b|\)|;/;

function nullOrders({ code }: MaskedSql): Finding[] {
  return [...code.matchAll(/\border by\b/g)].flatMap(({ index }) => {
    const open = openingBracket(code, index);
    const inWindow = /\b(over|group)\s*$/.test(code.slice(0, Math.max(open, 0)));
    const from = index + 'order by'.length;
    const rest = code.slice(from, open < 0 ? code.length : closingBracket(code, open));
    let depth = 0;
    let end = rest.length;
    for (let at = 0; at < rest.length && end === rest.length; at += 1) {
      if (rest[at] === '(') depth += 1;
      if (rest[at] === ')') depth -= 1;
      if (
        depth === 0 &&
        /\W/.test(rest[at - 1] ?? ' ') &&
        CLAUSE_END.exec(rest.slice(at))?.index === 0
      )
        end = at;
    }
    return splitList(rest.slice(0, end)).flatMap((item) => {
      if (/\snulls (first|last)$/.test(item)) return [];
      return !inWindow && ORDERED.test(item) ? [] : [{ index, said: item }];
    });
  });
}

function withoutBrackets(code: string): string {
  const shorter = code.replace(/\([^()]*\)/g, ' ');
  return shorter === code ? code : withoutBrackets(shorter);
}

function limits({ code }: MaskedSql): Finding[] {
  return [...code.matchAll(/\blimit\b/g)].flatMap(({ index }) => {
    const before = withoutBrackets(code.slice(openingBracket(code, index) + 1, index));
    return /\border by\b/.test(before) ? [] : [{ index, said: 'limit' }];
  });
}

function nullArguments({ code }: MaskedSql): Finding[] {
  return [...callsOf(code, 'greatest'), ...callsOf(code, 'least')].flatMap(({ index, args }) =>
    args.flatMap((arg) => {
      const names = nullableNames(arg);
      return names.length === 0 ? [] : [{ index, said: names.join(', ') }];
    }),
  );
}

function divisions({ code }: MaskedSql): Finding[] {
  return [...code.matchAll(/(?<!\/)\/(?!\/)\s*/g)].flatMap((match) => {
    const divisor = code.slice(match.index + match[0].length);
    return NOT_ZERO.test(divisor) ? [] : [{ index: match.index, said: divisor.slice(0, 30) }];
  });
}

function roundings({ code }: MaskedSql): Finding[] {
  return callsOf(code, 'round').flatMap(({ index, args: [amount = ''] }) => {
    const [cast] = callsOf(amount, 'cast');
    const exact = cast?.index === 0 && / as decimal\(/.test(cast.args.join(', '));
    return exact ? [] : [{ index, said: amount }];
  });
}

function firstArgument(name: string, allowed: RegExp): (sql: MaskedSql) => Finding[] {
  return ({ code }) =>
    callsOf(code, name)
      .filter(({ args: [first = ''] }) => !allowed.test(first))
      .map(({ index, args: [first = ''] }) => ({ index, said: first }));
}

function escapes({ literals }: MaskedSql): Finding[] {
  return literals
    .filter(({ text }) => text.includes('\\'))
    .map(({ index, text }) => ({ index, said: text }));
}

function bareDecimals({ code }: MaskedSql): Finding[] {
  return [...code.matchAll(/(?<![\w.])\d*\.\d+\b/g)]
    .filter(({ index }) => !/cast\(-?$/.test(code.slice(0, index)))
    .map(({ index, 0: said }) => ({ index, said }));
}

/** The rules of portable SQL that a text shows; nothing here may be in a text for either engine. */
export const RULES: readonly Rule[] = [
  { name: 'casts are to the types both have', find: castTypes },
  { name: 'columns are of the types both have', find: columnTypes },
  { name: 'nulls have their place in every order', find: nullOrders },
  { name: 'a limit has an order', find: limits },
  { name: 'greatest and least see no null', find: nullArguments },
  { name: 'nothing is divided by zero', find: divisions },
  { name: 'rounding is of a DECIMAL', find: roundings },
  { name: 'datediff quotes its part', find: firstArgument('datediff', /^'/) },
  {
    name: 'try_cast is of text',
    find: firstArgument('try_cast', /^(left|substr|lpad|trim|cast\(.* as varchar\))/),
  },
  { name: 'texts have no backslash', find: escapes },
  { name: 'a decimal literal says what it is', find: bareDecimals },
  forbid('casts are spelled out', /::/g),
  forbid('names are not quoted', /["`]/g),
  forbid('no brackets, arrows or other signs of one engine', /[[\]{}~^@$\\#]|->/g),
  forbid(
    'the time is a variable',
    /\b(current_date|current_time|current_timestamp|localtimestamp|now|getdate|sysdate|today)\b/g,
  ),
  forbid(
    'nothing is random',
    /\b(random|rand|uuid|gen_random_uuid|uuid_string|uniform|tablesample|sample)\b/g,
  ),
  forbid('intervals are numbers of days', /\binterval\b/g),
  forbid('no filter (where)', /\bfilter\s*\(/g),
  forbid('no ignore nulls', /\bignore nulls\b/g),
  forbid('no named windows', /\bwindow\s+\w+\s+as\b/g),
  forbid('frames count rows', /\b(range|groups) between\b/g),
  forbid('except, not minus', /\bminus\b/g),
  forbid('rows are chosen by order and limit', /\b(distinct on|top \d|fetch first)\b/g),
  forbid('columns are named', /\b(exclude|group by all|order by all)\b|\*\s+(replace|rename)\b/g),
  forbid(
    'no statement of one engine',
    /\b(merge into|truncate|insert or|insert overwrite|create or replace|pivot|unpivot|lateral|unnest|flatten)\b/g,
  ),
  forbid(
    'values are named',
    /\(\s*values\b(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)(?!\s+as\s+\w+\s*\()/g,
  ),
  forbid(
    'no reserved word is a name',
    /\bas\s+(all|column|from|group|order|rank|row|rows|select|table|user|value|values|where)\b/g,
  ),
  forbid('one statement', /;\s*\S/g),
];

/** What may be in a text for DuckDB because a macro writes something else for Snowflake. */
export const SNOWFLAKE_RULES: readonly Rule[] = [
  forbid('whole division and shifts have macros', /\/\/|<<|>>/g),
  forbid('bits are counted by a macro', /\bubigint\b|&/g),
];
