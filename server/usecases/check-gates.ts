import { daysBetween } from '../domain/days-between.ts';
import type { RunRecord } from '../domain/run.ts';
import { renderQuery } from '../modeling/queries.ts';
import type { BindValue, WarehouseRow } from '../ports/warehouse.ts';
import { numberVar, type RunDeps } from './run-deps.ts';

interface GatedRun {
  readonly runId: string;
  readonly scoreDate: string;
  /** The published run of the same day, else of the day nearest before. */
  readonly previous: RunRecord | undefined;
}

function counted(value: unknown): string {
  return Number(value ?? 0).toLocaleString('en-US');
}

async function rowsOf(
  deps: RunDeps,
  query: string,
  binds: readonly BindValue[],
): Promise<WarehouseRow[]> {
  const { project, warehouse } = deps;
  return await warehouse.query({ sql: renderQuery(project, query, warehouse.engine), binds });
}

function populationGate({ project }: RunDeps, { previous }: GatedRun, fans: number): string[] {
  const share = numberVar(project, 'gate_min_population_share');
  if (previous?.fans == null || fans >= previous.fans * share) return [];
  return [
    `${counted(fans)} ${fans === 1 ? 'fan' : 'fans'}, under ${share * 100}% of the ${counted(previous.fans)} of ${previous.score_date}.`,
  ];
}

function scoreGate(scores: WarehouseRow): string[] {
  const impossible = Number(scores.impossible_scores ?? 0);
  const repeated = Number(scores.repeated_fans ?? 0);
  const unlike = Number(scores.fans ?? 0) !== Number(scores.extended_fans ?? 0);
  return [
    ...(impossible > 0
      ? [`${counted(impossible)} fans with a missing score or one outside 0 to 100.`]
      : []),
    ...(repeated > 0 ? [`${counted(repeated)} fans scored more than once.`] : []),
    ...(unlike
      ? [
          `${counted(scores.fans)} fans with base scores but ${counted(scores.extended_fans)} with extended ones.`,
        ]
      : []),
  ];
}

async function orphanGate(deps: RunDeps, { runId }: GatedRun): Promise<string[]> {
  const limit = numberVar(deps.project, 'gate_max_orphan_share');
  const leastRows = numberVar(deps.project, 'gate_min_rows');
  const tables = await rowsOf(deps, 'gate_orphans', [runId, leastRows, limit]);
  return tables.map(
    (table) =>
      `${counted(table.unknown_fan)} of ${counted(table.rows_read)} rows of ${table.source_table} belong to no known fan, over ${limit * 100}%.`,
  );
}

async function meanShiftGate(
  deps: RunDeps,
  { runId, scoreDate, previous }: GatedRun,
): Promise<string[]> {
  if (previous === undefined) return [];
  const days = daysBetween(previous.score_date, scoreDate);
  if (days > numberVar(deps.project, 'gate_compare_days')) return [];
  const [row = {}] = await rowsOf(deps, 'gate_mean_shift', [
    runId,
    scoreDate,
    previous.run_id,
    previous.score_date,
  ]);
  const limit = numberVar(deps.project, 'gate_max_mean_shift');
  const fewest = Math.min(Number(row.fans ?? 0), Number(row.previous_fans ?? 0));
  const shift = Math.abs(Number(row.mean_score ?? 0) - Number(row.previous_mean_score ?? 0));
  if (fewest < numberVar(deps.project, 'gate_min_rows') || shift <= limit) return [];
  return [
    `The mean WonderScore moved ${shift.toFixed(1)} points since ${previous.score_date}, more than ${limit}.`,
  ];
}

/**
 * The data gates before publishing. Answers why the run must not be published, a sentence per gate;
 * none where all is well.
 */
export async function checkGates(deps: RunDeps, run: GatedRun): Promise<string[]> {
  const [scores = {}] = await rowsOf(deps, 'gate_scores', [
    run.runId,
    run.scoreDate,
    run.runId,
    run.scoreDate,
  ]);
  return [
    ...populationGate(deps, run, Number(scores.fans ?? 0)),
    ...scoreGate(scores),
    ...(await orphanGate(deps, run)),
    ...(await meanShiftGate(deps, run)),
  ];
}
