import { WonderError } from '../domain/errors.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { numberOf, numberOrNull, type Values } from '../domain/values.ts';
import type { QueryRunner } from './query-runner.ts';

interface Deps {
  readonly queries: QueryRunner;
}

interface RunQuestion {
  /** Undefined: all runs. */
  readonly runId?: string;
  readonly limit: number;
  readonly signal?: AbortSignal;
}

function toStage(row: Values) {
  return {
    name: textOf(row, 'stage'),
    status: textOf(row, 'status'),
    rows: numberOrNull(row, 'rows_written'),
    attempts: numberOf(row, 'attempts'),
    duration_ms: numberOrNull(row, 'duration_ms'),
    error: textOrNull(row, 'error'),
  };
}

async function readRuns({ queries }: Deps, { runId, limit, signal }: RunQuestion) {
  const ask = {
    binds: [runId ?? null, runId ?? null, limit],
    ...(signal === undefined ? {} : { signal }),
  };
  const [runs, stages] = await Promise.all([
    queries.rows('run_list', ask),
    queries.rows('run_stages', ask),
  ]);
  const items = runs.map((row) => ({
    ...row,
    trigger: textOrNull(row, 'trigger_source'),
    stages: stages.filter((stage) => stage.run_id === row.run_id).map(toStage),
  }));
  return { items, total: runs[0] === undefined ? 0 : numberOf(runs[0], 'total') };
}

async function readDataQuality(
  { queries }: Deps,
  { runId, signal }: { readonly runId: string; readonly signal?: AbortSignal },
) {
  const ask = { binds: [runId], ...(signal === undefined ? {} : { signal }) };
  return await queries.rows('run_data_quality', ask);
}

/** Runs with their stages, newest start first. */
export async function listRuns(deps: Deps, input: Omit<RunQuestion, 'runId'>) {
  return { ...(await readRuns(deps, input)), next_cursor: null };
}

/** One run with its stages and the quality of its data. Rejects with `not_found`. */
export async function getRun(
  deps: Deps,
  input: { readonly runId: string; readonly signal?: AbortSignal },
) {
  const { items } = await readRuns(deps, { ...input, limit: 1 });
  const run = items[0];
  if (run === undefined) throw new WonderError('not_found', { detail: 'There is no such run.' });
  // Before the first run has cleaned its data there is no table to read from.
  const isClean = run.stages.some(({ name, status }) => name === 'clean' && status === 'succeeded');
  return { ...run, data_quality: isClean ? await readDataQuality(deps, input) : [] };
}
