import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import { parseProject } from '../../server/modeling/project.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { setupWarehouse } from '../../server/usecases/setup-warehouse.ts';
import { benchDeps } from './bench-deps.ts';
import { GROUPED_SCAN, NAIVE_SESSIONS } from './grouped-scan.ts';
import { fillLanding } from './landing.ts';
import { compareRanks } from './rank-check.ts';

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

interface Measured {
  readonly scoring: number;
  readonly grouped: number;
  readonly sessions: number;
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
    const scoring: number[] = [];
    const grouped: number[] = [];
    const sessions: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      grouped.push(await cpuOf(() => runAll(warehouse, GROUPED_SCAN)));
      sessions.push(await cpuOf(() => runAll(warehouse, NAIVE_SESSIONS)));
      scoring.push(await cpuOf(() => runScoring(deps, { scoreDate: AS_OF, trigger: 'cli' })));
    }
    console.log(`${fans} fans: peak memory ${await peakMemory()}, memory_limit ${MEMORY_LIMIT}`);
    await compareRanks(warehouse, project);
    return { scoring: median(scoring), grouped: median(grouped), sessions: median(sessions) };
  } finally {
    await warehouse.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function report(fans: number, { scoring, grouped, sessions }: Measured): void {
  const seconds = (value: number) => `${value.toFixed(2)} s`;
  console.log(
    [
      `${fans} fans, CPU: whole run ${seconds(scoring)}`,
      `bare grouped scan ${seconds(grouped)} (ratio ${(scoring / grouped).toFixed(2)})`,
      `with its distinct sessions ${seconds(grouped + sessions)} (ratio ${(scoring / (grouped + sessions)).toFixed(2)})`,
    ].join('; '),
  );
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

/** Scoring from raw facts against the bare grouped scan, at 100,000 and 1,000,000 fans (or those given). */
export async function run(sizes: readonly string[]): Promise<void> {
  const fans = sizes.length > 0 ? sizes.map(Number) : [100_000, 1_000_000];
  const measured: Measured[] = [];
  for (const size of fans) {
    const one = await inOwnProcess(size, size > 500_000 ? 3 : 5);
    measured.push(one);
    report(size, one);
  }
  const [small, large] = measured;
  if (small !== undefined && large !== undefined) {
    console.log(
      `CPU of ${fans[1]} fans over ${fans[0]}: ${(large.scoring / small.scoring).toFixed(1)}`,
    );
  }
}

if (process.send !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , fans, rounds] = process.argv;
  process.send(await measure(Number(fans), Number(rounds)));
  process.disconnect();
}
