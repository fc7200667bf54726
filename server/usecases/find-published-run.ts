import { WonderError } from '../domain/errors.ts';
import { type PublishedRun, toRun } from './published-run.ts';
import type { QueryRunner } from './query-runner.ts';

interface Deps {
  readonly queries: QueryRunner;
}

export interface RunQuestion {
  readonly date: string;
  /** How many days before the date will do; 0: that day only. */
  readonly within: number;
  readonly signal?: AbortSignal;
}

/** The published run of a day or of the nearest day before it; undefined where there is none. */
export async function findRunNear(
  { queries }: Deps,
  { date, within, signal }: RunQuestion,
): Promise<PublishedRun | undefined> {
  const [row] = await queries.rows('run_near_date', {
    binds: [date, date, within],
    ...(signal === undefined ? {} : { signal }),
  });
  return row === undefined ? undefined : toRun(row);
}

/** The published run of a day. Rejects with `no_scores` where there is none. */
export async function findRunOf(deps: Deps, question: Omit<RunQuestion, 'within'>) {
  const run = await findRunNear(deps, { ...question, within: 0 });
  if (run !== undefined) return run;
  throw new WonderError('no_scores', { detail: `No scores are published for ${question.date}.` });
}

/** A run that was published once, also if replaced since; undefined where its rows may be gone. */
export async function findRunById(
  { queries }: Deps,
  { runId, signal }: { readonly runId: string; readonly signal?: AbortSignal },
): Promise<PublishedRun | undefined> {
  const [row] = await queries.rows('run_once_published', {
    binds: [runId],
    ...(signal === undefined ? {} : { signal }),
  });
  return row === undefined ? undefined : toRun(row);
}
