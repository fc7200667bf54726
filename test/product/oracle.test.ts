import { describe, expect, it } from 'vitest';
import { dayOfDate } from '../support/oracle/calendar.ts';
import { judgeProduct } from '../support/oracle/judge.ts';
import { ProductPath } from '../support/oracle/product-path.ts';
import { crowdLanding } from '../support/oracle/random/crowd.ts';
import { randomLanding } from '../support/oracle/random/landing.ts';

// One fan (6) and none (14); the others so that each of 65 rules, broken on purpose, shows in one of them.
const SEEDS = [6, 10, 14, 32, 57, 86, 95, 105, 124, 126, 128];

// Load, score and export, on data nobody has looked at, to the last digit. For more seeds, and for the
// smallest data that show a difference: npx tsx test/support/oracle/hunt.ts FIRST LAST
describe('the product agrees with the oracle', () => {
  it.each(SEEDS)('on random data %i', async (seed) => {
    const { landing, asOfDates } = randomLanding(seed);
    const product = await ProductPath.open();
    try {
      await product.load(landing);
      for (const date of asOfDates) {
        expect({ date, differences: await judgeProduct(product, landing, date) }).toEqual({
          date,
          differences: [],
        });
      }
    } finally {
      await product.close();
    }
  });

  it.each([33, 161, 801])('on %i fans whose ranks fall on half cents', async (count) => {
    const landing = crowdLanding(count, count, dayOfDate('2025-03-01') ?? 0);
    const product = await ProductPath.open();
    try {
      await product.load(landing);
      expect(await judgeProduct(product, landing, '2025-03-01')).toEqual([]);
    } finally {
      await product.close();
    }
  });
});
