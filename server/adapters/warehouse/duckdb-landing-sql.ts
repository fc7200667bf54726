import type { LandingColumn, LandingType } from '../../domain/landing-tables.ts';
import { literal } from './duckdb-literals.ts';

/** A value made from a source column, and the condition under which it can be made. */
export interface CastRule {
  readonly value: string;
  readonly ok: string;
}

const WHOLE = ' *[+-]?[0-9]+([.]0*)? *';
const NUMBER = ' *[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+) *';
const MOMENT =
  '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,9})?';

// The cheap test first: a value that reads back as it was written needs no pattern.
const TEXT_CONDITIONS: Readonly<Record<LandingType, (x: string) => string>> = {
  varchar: () => 'true',
  bigint: (x) =>
    `(coalesce(cast(try_cast(${x} as bigint) as varchar) = ${x}, false) or
      (regexp_full_match(${x}, '${WHOLE}') and try_cast(${x} as bigint) is not null))`,
  'decimal(18,2)': (x) =>
    `(coalesce(cast(try_cast(${x} as decimal(18,2)) as varchar) = ${x}, false) or
      (regexp_full_match(${x}, '${NUMBER}') and try_cast(${x} as decimal(18,2)) is not null))`,
  date: (x) =>
    `(length(${x}) = 10 and coalesce(cast(try_cast(${x} as date) as varchar) = ${x}, false))`,
  timestamp: (x) =>
    `(length(${x}) >= 19 and coalesce(cast(try_cast(${x} as timestamp) as varchar) = ${x}, false) or
      (regexp_full_match(${x}, '${MOMENT}') and try_cast(${x} as timestamp) is not null))`,
  boolean: (x) => `lower(${x}) in ('true', 'false', 't', 'f', '1', '0')`,
};

/** From text: an empty one is null. The same rules, in TypeScript: `landingValueProblem`. */
export function textRule({ name, type }: LandingColumn): CastRule {
  const text = `nullif(${name}, '')`;
  const ok = `(${text} is null or ${TEXT_CONDITIONS[type](name)})`;
  return { value: type === 'varchar' ? text : `try_cast(${text} as ${type})`, ok };
}

const WHOLE_NUMBERS = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;

function numberRule({ name, type }: LandingColumn, source: string): CastRule | undefined {
  const whole = WHOLE_NUMBERS.test(source);
  if (!whole && !/^(FLOAT|DOUBLE|DECIMAL)/.test(source)) return undefined;
  const value = `try_cast(${name} as ${type})`;
  const fits = `${value} is not null`;
  if (type === 'decimal(18,2)' || (type === 'bigint' && whole)) {
    return { value, ok: `(${name} is null or ${fits})` };
  }
  if (type !== 'bigint') return undefined;
  return { value, ok: `(${name} is null or (${fits} and ${name} = floor(${name})))` };
}

function momentRule({ name, type }: LandingColumn, source: string): CastRule | undefined {
  const hasTime = /^TIMESTAMP(_S|_MS|_NS)?$/.test(source);
  if (source !== 'DATE' && !hasTime) return undefined;
  const value = `try_cast(${name} as ${type})`;
  if (type === 'timestamp') return { value, ok: `(${name} is null or isfinite(${value}))` };
  if (type !== 'date') return undefined;
  const whole = hasTime ? `and ${name} = cast(${value} as timestamp)` : '';
  return { value, ok: `(${name} is null or (isfinite(${value}) ${whole}))` };
}

/** From a typed column, such as Parquet has; undefined where its type cannot mean the wanted one. */
export function typedRule(column: LandingColumn, source: string): CastRule | undefined {
  if (source === 'VARCHAR') return textRule(column);
  if (column.type === 'boolean') {
    return source === 'BOOLEAN' ? { value: column.name, ok: 'true' } : undefined;
  }
  return numberRule(column, source) ?? momentRule(column, source);
}

/** The value, or an error that ends the statement: one pass loads and checks. */
export function strictValue({ name, type }: LandingColumn, rule: CastRule): string {
  if (rule.ok === 'true' || type === 'varchar') return rule.value;
  return `case when ${rule.ok} then ${rule.value} else error(${literal(`bad value in ${name}`)}) end`;
}
