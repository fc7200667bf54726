import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import { RUN_STAGES } from '../../server/domain/run.ts';
import { parseProject } from '../../server/modeling/project.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { type RunProgress, runScoring } from '../../server/usecases/run-scoring.ts';
import { setupWarehouse } from '../../server/usecases/setup-warehouse.ts';
import { benchDeps } from './bench-deps.ts';
import { GROUPED_SCAN, NAIVE_SESSIONS } from './grouped-scan.ts';
import { fillLanding } from './landing.ts';
import { compareRanks } from './rank-check.ts';
import { describeSize, judgeGoals, type Measured } from './scoring-goals.ts';

const AS_OF = '2025-03-01';
const MEMORY_LIMIT = '2GB';

/** CPU seconds of this process, all threads, while `work` runs. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function runAll(warehouse: Warehouse, statements: readonly string[]): Promise<void> {
  for (const sql of statements) await warehouse.execute({ sql });
}

async function peakMemory(): Promise<string> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? 'unknown here' : `${(Number(kilobytes) / 1e6).toFixed(2)} GB`;
}

/** CPU seconds of each stage of one run; what is done before the first and after the last counts to these. */
async function cpuOfStages(deps: RunDeps): Promise<Map<string, number>> {
  const spent = new Map<string, number>();
  let stage = 'load';
  let before = process.cpuUsage();
  const note = () => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    spent.set(stage, (spent.get(stage) ?? 0) + (user + system) / 1e6);
  };
  const onProgress = (progress: RunProgress) => {
    note();
    stage = progress.stage;
  };
  await runScoring(deps, { scoreDate: AS_OF, trigger: 'cli', onProgress });
  note();
  return spent;
}

/** One size in one process: the whole run and the bare scans take turns, medians are kept. */
async function measure(fans: number, rounds: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'wonder-bench-'));
  const warehouse = await openDuckDb({
    path: join(folder, 'bench.duckdb'),
    memoryLimit: MEMORY_LIMIT,
  });
  try {
    const project = parseProject(
      await readSqlFiles(fileURLToPath(new URL('../../sql', import.meta.url))),
    );
    await setupWarehouse({ warehouse, project });
    await fillLanding(warehouse, fans, AS_OF);
    const deps = benchDeps(warehouse, project);
    const runs: Map<string, number>[] = [];
    const grouped: number[] = [];
    const sessions: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      grouped.push(await cpuOf(() => runAll(warehouse, GROUPED_SCAN)));
      sessions.push(await cpuOf(() => runAll(warehouse, NAIVE_SESSIONS)));
      runs.push(await cpuOfStages(deps));
    }
    const stages = RUN_STAGES.map(
      (stage) => [stage, median(runs.map((run) => run.get(stage) ?? 0))] as const,
    );
    return {
      fans,
      stages,
      grouped: median(grouped),
      sessions: median(sessions),
      peakMemory: await peakMemory(),
      memoryLimit: MEMORY_LIMIT,
      differentRanks: await compareRanks(warehouse, project),
    };
  } finally {
    await warehouse.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each size runs in a process of its own, so that its peak memory is its own. */
async function inOwnProcess(fans: number, rounds: number): Promise<Measured> {
  const child = fork(fileURLToPath(import.meta.url), [String(fans), String(rounds)], {
    execArgv: ['--import', 'tsx'],
  });
  return await new Promise((resolve, reject) => {
    child.on('message', (message) => resolve(message as Measured));
    child.on('exit', (code) => code !== 0 && reject(new Error(`the ${fans}-fan bench failed`)));
  });
}

/**
 * Scoring from raw facts against the bare grouped scan, at 100,000 and 1,000,000 fans (or those given), and whether
 * the goals are met. It measures and judges nothing: it ends with 0 unless a run fails.
 */
export async function run(sizes: readonly string[]): Promise<void> {
  const fans = sizes.length > 0 ? sizes.map(Number) : [100_000, 1_000_000];
  const measured: Measured[] = [];
  for (const size of fans) {
    const one = await inOwnProcess(size, size > 500_000 ? 3 : 5);
    measured.push(one);
    for (const line of describeSize(one)) console.log(line);
  }
  for (const line of judgeGoals(measured)) console.log(line);
}

if (process.send !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , fans, rounds] = process.argv;
  process.send(await measure(Number(fans), Number(rounds)));
  process.disconnect();
}
