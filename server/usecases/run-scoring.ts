import { WonderError } from '../domain/errors.ts';
import { isCalendarDay, type RunRecord, type RunStage, type RunTrigger } from '../domain/run.ts';
import { cleanUpRuns } from './recover-runs.ts';
import type { RunDeps } from './run-deps.ts';
import { RunRecords } from './run-records.ts';
import { ScoringLease } from './scoring-lease.ts';
import { ScoringRun } from './scoring-run.ts';
import type { TrainingPlan } from './stages/model.ts';

/** A day begins first at UTC+14. */
const EARLIEST_ZONE_MILLISECONDS = 14 * 3_600_000;

export interface RunProgress {
  readonly stage: RunStage;
  /** Steps done and steps in all, of the whole run. */
  readonly done: number;
  readonly total: number;
}

export interface ScoringInput {
  /** The as-of date D, ISO. */
  readonly scoreDate: string;
  readonly trigger: RunTrigger;
  readonly runId?: string;
  /** The same key again answers the run it started before. */
  readonly idempotencyKey?: string;
  /** Publishes although a data gate refuses, and records why that is right. */
  readonly overrideReason?: string;
  /** A day of the past on the way to a newer one: only its scores are wanted, no insights. */
  readonly isHistory?: boolean;
  /** Whether models are trained; default: in scheduled runs, where it is due. */
  readonly train?: TrainingPlan;
  /** False: published models do not predict, and the risk is the rule-based one. */
  readonly predict?: boolean;
  readonly signal?: AbortSignal;
  /** True where the signal means that this process ends: the run is interrupted then, not cancelled. */
  readonly isStopping?: () => boolean;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** A run id that says its date and sorts by it; also part of a schema name. */
export function newRunId(deps: Pick<RunDeps, 'ids'>, scoreDate: string): string {
  return `${scoreDate.replaceAll('-', '')}_${deps.ids.next(8)}`;
}

/**
 * Scores every fan as of one date and publishes the result. A gate's refusal is an answer (status
 * 'refused'). Throws `invalid_value`, `run_in_flight`, `conflict` before anything is written, and after
 * recording it: `cancelled`, `lease_lost`, `warehouse_failed`, `warehouse_unavailable`, `bad_model`.
 */
export async function runScoring(deps: RunDeps, input: ScoringInput): Promise<RunRecord> {
  refuseImpossibleDay(input.scoreDate, deps.clock.now());
  if (deps.warehouse.hasTransactions === false) {
    throw new WonderError('invalid_value', {
      detail:
        'Runs need transactions, which the SQL API of Snowflake has not: set SNOWFLAKE_API=driver.',
    });
  }
  const records = new RunRecords(deps);
  const earlier = await replayed(records, input);
  if (earlier !== undefined) return earlier;
  const runId = input.runId ?? newRunId(deps, input.scoreDate);
  const lease = await ScoringLease.take(deps, runId);
  try {
    // Another process with the same key may have had the lease until now.
    const meanwhile = await replayed(records, input);
    if (meanwhile !== undefined) return meanwhile;
    await cleanUpRuns(deps, runId);
    return await new ScoringRun({ deps, input, records, lease, runId }).execute();
  } finally {
    await lease.release();
  }
}

/** Refuses what is no day, and days that have not begun anywhere: they would become "latest" for good. */
function refuseImpossibleDay(scoreDate: string, now: number): void {
  const newest = new Date(now + EARLIEST_ZONE_MILLISECONDS).toISOString().slice(0, 10);
  const message = isCalendarDay(scoreDate) ? 'is still to come' : 'is not a calendar day';
  if (isCalendarDay(scoreDate) && scoreDate <= newest) return;
  throw new WonderError('invalid_value', {
    detail: `${scoreDate} ${message}.`,
    problems: [{ field: 'score_date', message, allowed: `YYYY-MM-DD, up to ${newest}` }],
  });
}

async function replayed(records: RunRecords, input: ScoringInput): Promise<RunRecord | undefined> {
  if (input.idempotencyKey === undefined) return undefined;
  const earlier = await records.findByIdempotencyKey(input.idempotencyKey);
  if (earlier !== undefined && earlier.score_date !== input.scoreDate) {
    throw new WonderError('conflict', {
      detail: `This Idempotency-Key started a run for ${earlier.score_date} before.`,
    });
  }
  return earlier;
}
