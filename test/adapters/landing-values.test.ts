import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import { textRule } from '../../server/adapters/warehouse/duckdb-landing-sql.ts';
import type { LandingType } from '../../server/domain/landing-tables.ts';
import { landingValueProblem } from '../../server/domain/landing-values.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';

const TYPES: readonly LandingType[] = [
  'bigint',
  'varchar',
  'date',
  'timestamp',
  'boolean',
  'decimal(18,2)',
];

const SAMPLES =
  `1 -1 +5 007 1.0 1. 1.5 -0 0 2 1e3 0x10 1_000 nan inf - + . --1 .5 -.5 1.255 1.005 12,5 $5 5% ５
99999999999999999999 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809
9223372036854775807.0 9999999999999999.99 9999999999999999.994 9999999999999999.995 -10000000000000000
2025-01-01 2025-02-29 2024-02-29 2025-2-1 0000-01-01 0001-01-01 9999-12-31 10000-01-01 infinity epoch 2025/01/01
20250101 2025-13-01 01.02.2025 2025-01-01T10:00:00 2025-01-01T25:00:00 true TRUE t F yes no maybe on é`
    .split(/\s+/)
    .concat([' 7 ', '1 2', '\t5', ' ', '2025-01-01 ', '2025-01-01 10:00:00', '2025-02-30 10:00:00'])
    .concat(['2025-01-01 10:00:00.123', '2025-01-01 10:00:00.123456789', '2025-01-01 24:00:00'])
    .concat([
      '2025-01-01 10:60:00',
      '2025-01-01 10:00',
      '2025-01-01 10:00:00Z',
      '2025-01-01 10:00:00+02',
    ]);

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckDb({ path: ':memory:' });
});
afterAll(() => warehouse.close());

it.each(TYPES)('the engine and the check of the files agree on what a %s is', async (type) => {
  const rule = textRule({ name: 'x', type });
  const engine: [string, boolean][] = [];
  for (const text of SAMPLES) {
    const sql = `select ${rule.ok} as fine, cast(${rule.value} as varchar) as v from (select cast(? as varchar) as x)`;
    const [row] = await warehouse.query({ sql, binds: [text] });
    engine.push([text, row?.fine === true]);
  }
  expect(engine).toEqual(SAMPLES.map((s) => [s, landingValueProblem(type, s) === undefined]));
});

it('an empty text is null in every type', async () => {
  for (const type of TYPES) {
    const rule = textRule({ name: 'x', type });
    const [row] = await warehouse.query({
      sql: `select ${rule.ok} as fine, ${rule.value} as v from (select '' as x)`,
    });
    expect(row).toEqual({ fine: true, v: null });
  }
});
