import { encodeCursor } from '../domain/cursor.ts';
import { WonderError } from '../domain/errors.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { numberOf, numberOrNull, type Values } from '../domain/values.ts';
import type { QueryRunner } from './query-runner.ts';
import { sqlTimestamp } from './run-deps.ts';

interface Deps {
  readonly queries: QueryRunner;
}

interface RunQuestion {
  /** Undefined: all runs. */
  readonly runId?: string;
  readonly limit: number;
  /** started_at (ISO) and run_id of the last run before these; undefined: the first page. */
  readonly after?: readonly [string, string] | undefined;
  readonly signal?: AbortSignal;
}

/** How a list of runs is ordered, as its cursor says it. */
export const RUN_SORT = '-started_at';

function toStage(row: Values) {
  const isOver = ['skipped', 'succeeded'].includes(textOf(row, 'status'));
  const error = textOrNull(row, 'error');
  return {
    name: textOf(row, 'stage'),
    status: textOf(row, 'status'),
    rows: numberOrNull(row, 'rows_written'),
    attempts: numberOf(row, 'attempts'),
    duration_ms: numberOrNull(row, 'duration_ms'),
    error: isOver ? null : error,
    // Also what a stage that succeeded left out.
    skipped_because: isOver ? error : null,
  };
}

async function readRuns({ queries }: Deps, { runId, limit, after, signal }: RunQuestion) {
  const [startedAt, lastId] = after ?? [];
  const since = startedAt === undefined ? null : sqlTimestamp(Date.parse(startedAt));
  const ask = {
    binds: [runId ?? null, runId ?? null, since, since, since, lastId ?? null, limit],
    ...(signal === undefined ? {} : { signal }),
  };
  const [runs, stages] = await Promise.all([
    queries.rows('run_list', ask),
    queries.rows('run_stages', ask),
  ]);
  const items = runs.map((row) => ({
    ...row,
    run_id: textOf(row, 'run_id'),
    started_at: textOf(row, 'started_at'),
    status: textOf(row, 'status'),
    trigger: textOrNull(row, 'trigger_source'),
    stages: stages.filter((stage) => stage.run_id === row.run_id).map(toStage),
  }));
  return { items, total: runs[0] === undefined ? 0 : numberOf(runs[0], 'total') };
}

/** Runs with their stages, newest start first. */
export async function listRuns(deps: Deps, input: Omit<RunQuestion, 'runId'>) {
  // One more than is asked for tells whether there are more.
  const { items, total } = await readRuns(deps, { ...input, limit: input.limit + 1 });
  const page = items.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page,
    total,
    next_cursor:
      items.length > page.length && last !== undefined
        ? encodeCursor({
            runId: '',
            sort: RUN_SORT,
            filter: '',
            last: [last.started_at, last.run_id],
          })
        : null,
  };
}

/** One run with its stages. Rejects with `not_found`. */
export async function getRunState(
  deps: Deps,
  input: { readonly runId: string; readonly signal?: AbortSignal },
) {
  const { items } = await readRuns(deps, { ...input, limit: 1 });
  const run = items[0];
  if (run !== undefined) return run;
  throw new WonderError('not_found', { detail: 'There is no such run.' });
}
