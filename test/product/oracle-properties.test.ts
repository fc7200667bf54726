import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { parseProject } from '../../server/modeling/project.ts';
import { dayOfDate } from '../support/oracle/calendar.ts';
import type { Row } from '../support/oracle/csv.ts';
import type { Landing } from '../support/oracle/landing-folder.ts';
import { ProductPath, type ProductResult } from '../support/oracle/product-path.ts';
import { addFan, addPurchase, addUncounted } from '../support/oracle/random/alterations.ts';
import { randomLanding } from '../support/oracle/random/landing.ts';
import { Random } from '../support/oracle/random/random.ts';

/** Ranks of something a fan did, so 0 for a fan who did nothing. */
const ACTIVITY_RANKS = [
  ...['attendance_component', 'digital_component', 'social_component', 'learning_component'],
  ...['redemption_component', 'revenue_component', 'frequency_component', 'recency_component'],
  ...['referral_component', 'amplification_component', 'hosting_component'],
];

function rowOf(rows: readonly Row[], wonderId: string | null | undefined): Row {
  const row = rows.find((candidate) => candidate.wonder_id === wonderId);
  if (row === undefined) throw new Error(`${wonderId} has no row`);
  return row;
}

function anonymous(row: Row): Row {
  return { ...row, fan_sk: null, wonder_id: null };
}

describe('weights', () => {
  it('of every score sum to 1, and the points of the churn risk to 100', async () => {
    const { vars } = parseProject(await readSqlFiles('sql'));
    const sums = Object.entries(vars)
      .filter(([name]) => name.endsWith('_weights'))
      .map(([name, weights]): [string, number] => {
        const parts = Object.values(weights ?? {}).map(Number);
        return [name, parts.reduce((total, weight) => total + weight, 0)];
      });
    expect(sums).toHaveLength(9);
    for (const [name, sum] of sums) {
      expect(Math.abs(sum - (name === 'churn_weights' ? 100 : 1)), name).toBeLessThan(1e-9);
    }
  });
});

// Seeds whose data have several fans, with and without duplicates, ties and nulls.
describe.each([1, 8, 13, 24])('random data %i', (seed) => {
  const { landing, asOfDates } = randomLanding(seed);
  const date = asOfDates[0] ?? '';
  const asOf = dayOfDate(date) ?? 0;
  const random = new Random(seed);
  let product: ProductPath;
  let before: ProductResult;
  let someone: Row;

  async function score(altered: Landing): Promise<ProductResult> {
    await product.load(altered);
    return await product.score(date);
  }

  beforeAll(async () => {
    product = await ProductPath.open();
    before = await score(landing);
    const chosen = random.pick(before.daily);
    someone = rowOf(
      landing.dim_fan.filter((fan) => fan.fan_sk === chosen.fan_sk),
      chosen.wonder_id,
    );
  });

  afterAll(() => product.close());

  it('gives no score outside 0 to 100', () => {
    for (const row of [...before.daily, ...before.extended]) {
      for (const [column, cell] of Object.entries(row)) {
        if (cell === null || !/_(score|component|bonus|rank|risk)$/.test(column)) continue;
        const inside = Number(cell) >= 0 && Number(cell) <= 100;
        expect(inside, `${row.wonder_id}: ${column} ${cell}`).toBe(true);
      }
    }
  });

  it('never lowers a value score by another purchase', async () => {
    const after = await score(addPurchase(landing, someone, [random, asOf]));
    const [was, is] = [before, after].map(({ daily }) => rowOf(daily, someone.wonder_id));
    expect(Number(is?.value_score)).toBeGreaterThanOrEqual(Number(was?.value_score));
    expect(is?.has_value).toBe('true');
  });

  it('never ranks a fan without activity above one with some, and ties share a rank', async () => {
    const twins = [1_001, 1_002].reduce(
      (rows, sk) => addFan(rows, someone, { sk, facts: true }),
      landing,
    );
    const { daily, extended } = await score(addFan(twins, someone, { sk: 1_003, facts: false }));
    const idle = rowOf(daily, 'added 1003');
    for (const column of ACTIVITY_RANKS) expect([column, idle[column]]).toEqual([column, '0.00']);
    for (const rows of [daily, extended]) {
      expect(anonymous(rowOf(rows, 'added 1002'))).toEqual(anonymous(rowOf(rows, 'added 1001')));
    }
  });

  it('counts no row after the day, of an unknown fan, without a day, nor a copy', async () => {
    const after = await score(addUncounted(landing, asOf));
    expect(after.daily).toEqual(before.daily);
    expect(after.extended).toEqual(before.extended);
    expect(after.segments).toEqual(before.segments);
  });

  it('gives a single fan rank 0 everywhere', async () => {
    const alone = await ProductPath.open();
    try {
      await alone.load({ ...landing, dim_fan: [someone] });
      const { daily } = await alone.score(date);
      expect(daily).toHaveLength(1);
      const row = rowOf(daily, someone.wonder_id);
      for (const column of [...ACTIVITY_RANKS, 'tenure_component', 'percentile_rank']) {
        expect([column, row[column]]).toEqual([column, '0.00']);
      }
    } finally {
      await alone.close();
    }
  });
});
