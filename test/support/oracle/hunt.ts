import { judgeProduct } from './judge.ts';
import type { Landing } from './landing-folder.ts';
import { ProductPath } from './product-path.ts';
import { randomLanding } from './random/landing.ts';
import { shrinkLanding } from './shrink.ts';
import { TABLE_NAMES } from './tables.ts';

// By hand, for more seeds than a test run has time for:
//   npx tsx test/support/oracle/hunt.ts FIRST LAST
// prints every difference, and for each failing seed the smallest data that still fail alike.

/** In a database of its own: a gate compares a run with earlier ones. */
async function attempt(landing: Landing, dates: readonly string[]): Promise<Map<string, string[]>> {
  const product = await ProductPath.open();
  const found = new Map<string, string[]>();
  let date = dates[0] ?? '';
  try {
    await product.load(landing);
    for (date of dates) found.set(date, await judgeProduct(product, landing, date));
  } catch (error) {
    found.set(date, [error instanceof Error ? `${error.name}: ${error.message}` : String(error)]);
  } finally {
    await product.close();
  }
  return found;
}

/** What kind of difference it is, without the fan and the numbers. */
function kindOf(difference: string): string {
  return difference.replace(/ is .*/, '').replace(/: .*: /, ': ');
}

async function shrinkAndShow(landing: Landing, date: string): Promise<void> {
  const differences = async (rows: Landing) => (await attempt(rows, [date])).get(date) ?? [];
  const kinds = new Set((await differences(landing)).slice(0, 1).map(kindOf));
  const small = await shrinkLanding(landing, async (candidate) =>
    (await differences(candidate)).some((difference) => kinds.has(kindOf(difference))),
  );
  for (const table of TABLE_NAMES) {
    for (const row of small[table]) {
      const cells = Object.entries(row).filter(([, value]) => value !== null);
      console.log(`    ${table} ${cells.map(([name, value]) => `${name}=${value}`).join(' | ')}`);
    }
  }
  for (const difference of await differences(small)) console.log(`    -> ${difference}`);
}

async function hunt(first: number, last: number): Promise<void> {
  let runs = 0;
  let failed = 0;
  for (let seed = first; seed <= last; seed += 1) {
    const { landing, asOfDates } = randomLanding(seed);
    for (const [date, differences] of await attempt(landing, asOfDates)) {
      runs += 1;
      if (differences.length === 0) continue;
      failed += 1;
      console.log(`seed ${seed} as of ${date}: ${differences.length} differences`);
      for (const difference of differences.slice(0, 6)) console.log(`  ${difference}`);
      await shrinkAndShow(landing, date);
    }
  }
  console.log(`${runs} runs of ${last - first + 1} seeds, ${failed} with differences`);
}

await hunt(Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 20));
