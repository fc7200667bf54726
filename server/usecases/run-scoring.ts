import { WonderError } from '../domain/errors.ts';
import type { RunRecord, RunStage, RunTrigger } from '../domain/run.ts';
import { cleanUpRuns } from './recover-runs.ts';
import { refuseForgottenDay, refuseImpossibleDay } from './refuse-day.ts';
import { refuseReadOnly } from './refuse-read-only.ts';
import type { RunDeps } from './run-deps.ts';
import { RunRecords } from './run-records.ts';
import { ScoringLease } from './scoring-lease.ts';
import { ScoringRun } from './scoring-run.ts';
import type { TrainingPlan } from './stages/model.ts';

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
  refuseReadOnly(deps.warehouse);
  const records = new RunRecords(deps);
  const earlier = await replayed(records, input);
  if (earlier !== undefined) return earlier;
  await refuseForgottenDay(deps, input.scoreDate);
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
