import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import { parseProject } from '../../server/modeling/project.ts';
import { ModelRunner } from '../../server/modeling/run-models.ts';
import { makeInsights } from '../../server/usecases/make-insights.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { setupWarehouse } from '../../server/usecases/setup-warehouse.ts';
import { benchDeps } from './bench-deps.ts';
import { fillLanding } from './landing.ts';

const AS_OF = '2025-03-01';
const MEMORY_LIMIT = '2GB';

/** Times work and prints its CPU seconds, all threads; answers them. */
async function timed(label: string, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  const wall = (performance.now() - started) / 1000;
  console.log(`${label}: ${cpu.toFixed(2)} s CPU, ${wall.toFixed(2)} s`);
  return cpu;
}

async function measure(fans: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wonder-bench-'));
  const path = join(folder, 'bench.duckdb');
  const warehouse = await openDuckDb({ path, memoryLimit: MEMORY_LIMIT });
  try {
    const sql = fileURLToPath(new URL('../../sql', import.meta.url));
    const project = parseProject(await readSqlFiles(sql));
    await setupWarehouse({ warehouse, project });
    await fillLanding(warehouse, fans, AS_OF);
    const deps = benchDeps(warehouse, project);
    const input = { scoreDate: AS_OF, trigger: 'cli', isHistory: true } as const;
    const scoring = await timed(`${fans} fans, a run without insights`, () =>
      runScoring(deps, input),
    );
    const [run] = await warehouse.query({
      sql: 'select run_id from analytics.score_runs where published',
    });
    const runId = String(run?.run_id);
    const vars = {
      as_of: AS_OF,
      run_id: runId,
      calculated_at: '2025-03-02 00:00:00',
      previous_run_id: 'none',
    };
    const models = new ModelRunner(project, warehouse);
    await models.createWorkSchema(runId);
    await models.runAlone('insights', { vars });
    const sums = await timed('sums in SQL', () => models.runStage('insights', { vars }));
    const rest = await timed('detectors', () =>
      makeInsights(deps, { vars, workSchema: models.workSchema(runId) }),
    );
    console.log(`insights: ${((100 * (sums + rest)) / scoring).toFixed(1)} % of the run's CPU`);
  } finally {
    await warehouse.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the insights of a day cost, beside the run they belong to. Sizes in fans; 100,000 by default. */
export async function run(sizes: readonly string[]): Promise<void> {
  for (const size of sizes.length === 0 ? ['100000'] : sizes) await measure(Number(size));
}
