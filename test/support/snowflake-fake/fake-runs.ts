import { join } from 'node:path';
import { createRandomIds } from '../../../server/adapters/system/random-ids.ts';
import { readSqlFiles } from '../../../server/adapters/system/sql-files.ts';
import { SnowflakeWarehouse } from '../../../server/adapters/warehouse/snowflake.ts';
import type { SnowflakeOptions } from '../../../server/adapters/warehouse/snowflake-options.ts';
import { parseProject } from '../../../server/modeling/project.ts';
import type { RunDeps } from '../../../server/usecases/run-deps.ts';
import { checksumOfRun, publishedRuns } from '../checksum.ts';
import { makeFolder } from '../landing-folder.ts';
import { openScoredWarehouse, quietLogger } from '../scored-warehouse.ts';
import { FakeSnowflake } from './driver-server.ts';
import { fakeOptions } from './fake-options.ts';

/** Published before anything happens. */
export const BEFORE = '2025-02-28';
/** The day whose runs are disturbed. */
export const DAY = '2025-03-01';
/** Longer than a lease that nobody renews. */
const A_WHILE_MS = 600_000;

type Sums = Readonly<Record<string, string>>;

/** A fake account with the golden data of `tiny` and one published day, and runs on it by the real driver. */
export interface FakeRuns {
  readonly fake: FakeSnowflake;
  readonly deps: RunDeps;
  /** Content of both days as DuckDB makes it, undisturbed. */
  readonly undisturbed: Readonly<Record<string, Sums>>;
  /** Content of what readers see, by day. */
  readonly published: () => Promise<Readonly<Record<string, Sums>>>;
  /** Every lease that nobody renews has run out. */
  readonly laterOn: () => void;
  readonly close: () => Promise<void>;
}

async function sumsByDay({ warehouse, project }: RunDeps): Promise<Record<string, Sums>> {
  const sums: Record<string, Sums> = {};
  for (const [day, runId] of Object.entries(await publishedRuns(warehouse))) {
    sums[day] = await checksumOfRun(warehouse, project, runId);
  }
  return sums;
}

/** What DuckDB makes of some days; into a file, or into memory. */
async function scoreLocally(days: readonly string[], path?: string): Promise<Record<string, Sums>> {
  const clock = { now: () => Date.now() };
  const deps = await openScoredWarehouse({ data: 'tiny', days, clock }, path);
  const sums = await sumsByDay(deps);
  await deps.warehouse.close();
  return sums;
}

export async function openFakeRuns(options: Partial<SnowflakeOptions> = {}): Promise<FakeRuns> {
  const folder = await makeFolder();
  const undisturbed = await scoreLocally([BEFORE, DAY]);
  const path = join(folder.path, 'account.duckdb');
  await scoreLocally([BEFORE], path);
  const fake = await FakeSnowflake.start(path);
  const warehouse = new SnowflakeWarehouse({ ...fakeOptions(fake.url), ...options });
  let aheadMs = 0;
  const deps: RunDeps = {
    warehouse,
    project: parseProject(await readSqlFiles('sql')),
    clock: { now: () => Date.now() + aheadMs },
    ids: createRandomIds(),
    logger: quietLogger,
    instance: `test-${process.pid}`,
  };
  return {
    fake,
    deps,
    undisturbed,
    published: () => sumsByDay(deps),
    laterOn: () => {
      aheadMs += A_WHILE_MS;
    },
    close: async () => {
      await warehouse.close();
      await fake.close();
      await folder.remove();
    },
  };
}
