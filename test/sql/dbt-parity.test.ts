import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import type { SqlProject } from '../../server/modeling/project.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { loadLanding } from '../../server/usecases/load-landing.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { hasDbt, runDbt } from '../support/dbt/command.ts';
import { compareMarts } from '../support/dbt/compare-marts.ts';
import { openLandingWarehouse } from '../support/landing-warehouse.ts';
import { MART_KEYS } from '../support/mart-keys.ts';
import { quietLogger } from '../support/scored-warehouse.ts';

const GOLDEN = join(import.meta.dirname, '../golden/data/small');
// Two days, so that movers have something to move from, and the second build meets rows of the first.
const DAYS = ['2025-02-22', '2025-03-01'];
const NOW = '2026-01-01 00:00:00';
// Written by the run itself, from what detectors found; no model of dbt.
const WRITTEN = new Set(['mart_ai_insights']);

describe.skipIf(!hasDbt())('dbt builds what our runner writes', () => {
  let folder: string;
  let ours: Warehouse;
  let theirs: Warehouse;
  let printed: string[];
  let project: SqlProject;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wonder-dbt-'));
    const [ourFile, theirFile] = [join(folder, 'ours.duckdb'), join(folder, 'dbt.duckdb')];
    const loaded = await openLandingWarehouse(ourFile);
    await loadLanding(
      { loader: loaded.loader },
      { directory: GOLDEN, append: false, dryRun: false },
    );
    await loaded.warehouse.close();
    await copyFile(ourFile, theirFile);

    project = loaded.project;
    ours = await openDuckDb({ path: ourFile });
    const deps = {
      warehouse: ours,
      project,
      clock: { now: () => Date.parse(`${NOW}Z`) },
      ids: createRandomIds(),
      logger: quietLogger,
      instance: 'test',
    };
    printed = [await runDbt({ command: 'parse', database: theirFile, folder })];
    let previous = 'none';
    for (const scoreDate of DAYS) {
      const run = await runScoring(deps, { scoreDate, trigger: 'cli' });
      expect(run.status).toBe('succeeded');
      const vars = {
        as_of: run.score_date,
        run_id: run.run_id,
        calculated_at: NOW,
        previous_run_id: previous,
      };
      previous = run.run_id;
      printed.push(await runDbt({ command: 'build', database: theirFile, folder, vars }));
    }
    theirs = await openDuckDb({ path: theirFile });
  });

  afterAll(async () => {
    await ours?.close();
    await theirs?.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  it('parses and builds without an error, a warning, a skip or a deprecation', () => {
    const [parse = '', ...builds] = printed;
    expect(parse).not.toMatch(/warning|deprecat/i);
    for (const build of builds) {
      console.info(/Finished running .*|$/.exec(build)?.[0], /Done\. .*|$/.exec(build)?.[0]);
      expect(build).toMatch(/Done\. PASS=\d+ WARN=0 ERROR=0 SKIP=0/);
      expect(build).not.toMatch(/deprecat/i);
    }
  });

  it('knows the key of every mart', async () => {
    const rows = await ours.query({
      sql: `select table_name from information_schema.tables where table_name like 'mart^_%' escape '^'`,
    });
    const marts = rows.map((row) => String(row.table_name)).filter((name) => !WRITTEN.has(name));
    expect(marts.sort()).toEqual(Object.keys(MART_KEYS).sort());
  });

  it('gives every value of every mart exactly', async () => {
    const schema = String(project.vars.analytics_schema);
    const differences = await compareMarts(
      MART_KEYS,
      { label: 'our runner', warehouse: ours, schema },
      { label: 'dbt', warehouse: theirs, schema },
    );
    expect(differences).toEqual([]);
  });
});
