import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Comparison, compareFiles } from './compare-files.ts';
import { compareReads } from './compare-reads.ts';
import { findEmulator, startEmulator } from './emulator.ts';
import { comparePredictions, predictIn, trainModels } from './predictions.ts';
import { FILES, Product } from './product.ts';

const GOLDEN = join(import.meta.dirname, '../golden/data');
const SHOWN = 10;

/** The same for every set. */
let models: ReturnType<typeof trainModels> | undefined;

interface Total {
  values: number;
  differences: number;
}

function report(total: Total, name: string, { values, differences }: Comparison): void {
  total.values += values;
  total.differences += differences.length;
  console.log(
    `${name.padEnd(34)} ${String(values).padStart(9)} values ${String(differences.length).padStart(6)} differences`,
  );
  for (const difference of differences.slice(0, SHOWN)) console.log(`    ${difference}`);
}

function snowflakeSettings(url: string): Record<string, string> {
  return {
    WAREHOUSE: 'snowflake',
    SNOWFLAKE_ACCOUNT: 'emulated',
    SNOWFLAKE_TOKEN: 'an-invented-token-of-nobody',
    SNOWFLAKE_ACCESS_URL: url,
  };
}

async function reportPredictions(
  total: Total,
  set: string,
  [snowflake, duckdb]: readonly [NodeJS.ProcessEnv, NodeJS.ProcessEnv],
): Promise<void> {
  models ??= trainModels();
  const there = await predictIn(snowflake, models);
  const here = await predictIn(duckdb, models);
  const byTypeScript = comparePredictions(there.warehouse, there.typescript);
  report(total, `${set}/predictions against TypeScript`, byTypeScript);
  const byDuckDb = comparePredictions(there.warehouse, here.warehouse);
  report(total, `${set}/predictions against DuckDB`, byDuckDb);
}

/** Loads, scores and exports golden data on Snowflake's side and on DuckDB's, and compares every value. */
async function compareSet(set: string, folder: string, url: string): Promise<Total> {
  const total = { values: 0, differences: 0 };
  const [there, here] = [join(folder, `${set}-snowflake`), join(folder, `${set}-duckdb`)];
  await Promise.all([mkdir(there), mkdir(here)]);
  const snowflake = new Product(there, snowflakeSettings(url));
  const started = performance.now();
  await snowflake.run('setup');
  const emulated = await snowflake.scores(join(GOLDEN, set));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${set}: loaded by PUT and COPY, scored and exported on the emulator in ${seconds} s`,
  );
  const duckdb = new Product(here, { WAREHOUSE: 'duckdb' });
  const local = await duckdb.scores(join(GOLDEN, set));
  for (const what of FILES) {
    const golden = await readFile(join(GOLDEN, set, `expected_${what}.csv`), 'utf8');
    const mine = emulated.get(what) ?? '';
    report(total, `${set}/${what} against golden`, compareFiles(mine, golden));
    report(total, `${set}/${what} against DuckDB`, compareFiles(mine, local.get(what) ?? ''));
  }
  const services = await Promise.all([snowflake.serve(), duckdb.serve()]);
  try {
    const [mine, theirs] = services.map(({ url }) => url);
    const reads = await compareReads(mine ?? '', theirs ?? '');
    report(total, `${set}: answers of the service`, reads);
  } finally {
    await Promise.all(services.map(({ stop }) => stop()));
  }
  await reportPredictions(total, set, [snowflake.env, duckdb.env]);
  return total;
}

/** On an emulator of its own: its account is empty when it starts. */
async function compareAlone(set: string, folder: string, python: string): Promise<Total> {
  const emulator = await startEmulator(python);
  try {
    return await compareSet(set, folder, emulator.url);
  } finally {
    await emulator.stop();
  }
}

async function main(): Promise<number> {
  const python = await findEmulator();
  if (python === undefined) {
    console.log('No emulator here. Make it once: see test/support/fakesnow/README.md.');
    return process.env.CI === undefined ? 0 : 1;
  }
  const sets = process.argv.length > 2 ? process.argv.slice(2) : ['tiny', 'small'];
  const folder = await mkdtemp(join(tmpdir(), 'wonder-parity-'));
  // Side by side, each line with its set; one that breaks lets the others end, and stop their emulators.
  const ended = await Promise.allSettled(sets.map((set) => compareAlone(set, folder, python)));
  await rm(folder, { recursive: true, force: true });
  const all = { values: 0, differences: 0 };
  for (const each of ended) {
    if (each.status === 'rejected') {
      console.error(each.reason);
      continue;
    }
    all.values += each.value.values;
    all.differences += each.value.differences;
  }
  console.log(`parity: ${all.values} values compared, ${all.differences} differences`);
  const isWhole = ended.every(({ status }) => status === 'fulfilled');
  return isWhole && all.differences === 0 && all.values > 0 ? 0 : 1;
}

process.exitCode = await main();
