import { WonderError } from '../domain/errors.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import type { Values } from '../domain/values.ts';
import type { QueryRunner } from './query-runner.ts';

/** A run whose rows readers may see. */
export interface PublishedRun {
  readonly runId: string;
  readonly scoreDate: string;
  /** ISO, UTC. */
  readonly calculatedAt: string;
  /** Newest day of activity in the data; null without any. */
  readonly dataAsOf: string | null;
}

/** What is published now. The version changes whenever any day is published, replaced or dropped. */
export interface Publication {
  readonly version: string;
  readonly latest: PublishedRun | undefined;
}

interface Deps {
  readonly queries: QueryRunner;
}

function toRun(row: Values): PublishedRun {
  return {
    runId: textOf(row, 'run_id'),
    scoreDate: textOf(row, 'score_date'),
    calculatedAt: textOf(row, 'calculated_at'),
    dataAsOf: textOrNull(row, 'data_as_of'),
  };
}

/** The published run of the newest day. */
export async function findPublication({ queries }: Deps, signal?: AbortSignal) {
  const [row] = await queries.rows('latest_run', {
    binds: [],
    ...(signal === undefined ? {} : { signal }),
  });
  const publication: Publication =
    row === undefined
      ? { version: 'none', latest: undefined }
      : {
          version: [row.run_id, row.ever_published, row.now_published].join(' '),
          latest: toRun(row),
        };
  return publication;
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
