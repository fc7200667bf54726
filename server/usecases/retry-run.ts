import { WonderError } from '../domain/errors.ts';
import type { RunRecord, RunStage } from '../domain/run.ts';
import { ModelRunner } from '../modeling/run-models.ts';
import { cleanUpRuns } from './recover-runs.ts';
import type { RunDeps } from './run-deps.ts';
import { type RunAttempt, RunRecords } from './run-records.ts';
import type { ScoringInput } from './run-scoring.ts';
import { ScoringLease } from './scoring-lease.ts';
import { ScoringRun } from './scoring-run.ts';
import { RUN_STEPS } from './stages/run-steps.ts';

export interface RetryInput extends Pick<ScoringInput, 'signal' | 'isStopping' | 'onProgress'> {
  readonly runId: string;
  /** Told before the run is opened again. */
  readonly onPlan?: (plan: RetryPlan) => void;
}

/** Where another attempt begins. */
export interface RetryPlan {
  readonly from: RunStage;
  /** Why it begins with the first stage although some had succeeded; null: it goes on where it failed. */
  readonly restartedBecause: string | null;
}

const FIRST = RUN_STEPS[0]?.name ?? 'load';
/** Up to here a stage has left nothing that a later one needs. */
const BEFORE_TABLES: readonly RunStage[] = ['load', 'clean'];
const AFTER_PUBLISHING: readonly RunStage[] = ['refresh'];

/** Refuses runs that cannot be tried again: `not_found`, `conflict`. */
export async function findRetryable(deps: RunDeps, runId: string): Promise<RunAttempt> {
  const attempt = await new RunRecords(deps).findAttempt(runId);
  if (attempt === undefined) {
    throw new WonderError('not_found', { detail: 'There is no such run.' });
  }
  const { record, firstUndone } = attempt;
  if (record.status === 'running' || record.status === 'queued') {
    throw new WonderError('conflict', { detail: 'The run is still in flight.' });
  }
  if (firstUndone === undefined) {
    throw new WonderError('conflict', { detail: 'Every stage of the run has succeeded.' });
  }
  return attempt;
}

async function planRetry(deps: RunDeps, attempt: RunAttempt): Promise<RetryPlan> {
  const { record, firstUndone = FIRST, rowsKept } = attempt;
  if (AFTER_PUBLISHING.includes(firstUndone) || firstUndone === FIRST) {
    return { from: firstUndone, restartedBecause: null };
  }
  const startAgain = (restartedBecause: string) => ({ from: FIRST, restartedBecause });
  if (record.status === 'refused') {
    return startAgain('The data it was refused for has to be read again.');
  }
  if (BEFORE_TABLES.includes(firstUndone)) return { from: firstUndone, restartedBecause: null };
  const models = new ModelRunner(deps.project, deps.warehouse);
  const isThere = rowsKept && (await models.hasWorkSchema(record.run_id));
  return isThere
    ? { from: firstUndone, restartedBecause: null }
    : startAgain('What its earlier stages had made is no longer there.');
}

/**
 * Tries a run again from the stage that failed, as far as what the earlier stages made is still there, else
 * from the start. Throws as runScoring does, and `not_found` or `conflict` where there is nothing to try.
 */
export async function retryRun(deps: RunDeps, input: RetryInput): Promise<RunRecord> {
  const { runId, onPlan } = input;
  await findRetryable(deps, runId);
  const lease = await ScoringLease.take(deps, runId);
  try {
    const attempt = await findRetryable(deps, runId);
    await cleanUpRuns(deps, runId);
    const plan = await planRetry(deps, attempt);
    onPlan?.(plan);
    const { calculatedAt, previousRunId, record, trigger } = attempt;
    const isGoingOn = plan.from !== FIRST;
    return await new ScoringRun({
      deps,
      input: { ...input, scoreDate: record.score_date, trigger },
      records: new RunRecords(deps),
      lease,
      runId,
      resume: {
        from: plan.from,
        calculatedAt: isGoingOn ? calculatedAt : null,
        previousRunId,
      },
    }).execute();
  } finally {
    await lease.release();
  }
}
