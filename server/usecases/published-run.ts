import { textOf, textOrNull } from '../domain/text-values.ts';
import type { Values } from '../domain/values.ts';

/** A run whose rows readers may see. */
export interface PublishedRun {
  readonly runId: string;
  readonly scoreDate: string;
  /** ISO, UTC. */
  readonly calculatedAt: string;
  /** Newest day of activity in the data; null without any. */
  readonly dataAsOf: string | null;
}

/** A row of score_runs as a published run. */
export function toRun(row: Values): PublishedRun {
  return {
    runId: textOf(row, 'run_id'),
    scoreDate: textOf(row, 'score_date'),
    calculatedAt: textOf(row, 'calculated_at'),
    dataAsOf: textOrNull(row, 'data_as_of'),
  };
}
