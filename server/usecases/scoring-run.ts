import { isWonderError, WonderError } from '../domain/errors.ts';
import type { RunRecord, RunStage } from '../domain/run.ts';
import { ModelRunner } from '../modeling/run-models.ts';
import { type RunDeps, sqlTimestamp } from './run-deps.ts';
import type { RunRecords } from './run-records.ts';
import type { ScoringInput } from './run-scoring.ts';
import { RunStages } from './run-stages.ts';
import type { ScoringLease } from './scoring-lease.ts';
import type { RunContext } from './stages/run-step.ts';
import { RUN_STEPS } from './stages/run-steps.ts';

export interface RunParts {
  readonly deps: RunDeps;
  readonly input: ScoringInput;
  readonly records: RunRecords;
  readonly lease: ScoringLease;
  readonly runId: string;
  /** Where the run has been tried before: what it goes on with. */
  readonly resume?: ResumePoint;
}

export interface ResumePoint {
  readonly from: RunStage;
  /** As the rows made before carry it; null where none are, and the run begins anew. */
  readonly calculatedAt: string | null;
  /** What the rows made before are counted against. */
  readonly previousRunId: string | null;
}

/** One run, from its record to its end, while its lease is held. */
export class ScoringRun {
  readonly #parts: RunParts;
  readonly #models: ModelRunner;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#models = new ModelRunner(parts.deps.project, parts.deps.warehouse);
  }

  async execute(): Promise<RunRecord> {
    const { deps, input, records, runId, resume } = this.#parts;
    const previousRunId = await this.#findPrevious();
    const stages = RUN_STEPS.map(({ name }) => name);
    if (resume === undefined) await records.open({ ...input, runId, previousRunId, stages });
    else
      await records.reopen(runId, {
        previousRunId,
        stages: stages.slice(stages.indexOf(resume.from)),
      });
    deps.logger.info('run started', { run_id: runId, score_date: input.scoreDate });
    const work = this.#stagesOf(previousRunId);
    try {
      await this.#close(await work.run());
      await this.#models.dropWorkSchema(runId).catch(() => undefined);
    } catch (error) {
      // Its own tables stay for another attempt, until the next run clears them away.
      throw await this.#fail(error);
    } finally {
      await records.forgetCancellation(runId).catch(() => undefined);
    }
    const record = await records.find(runId);
    if (record === undefined)
      throw new WonderError('internal', { detail: 'The run is not recorded.' });
    deps.logger.info('run ended', { run_id: runId, status: record.status, fans: record.fans });
    return record;
  }

  async #findPrevious(): Promise<string | null> {
    const { records, input, resume } = this.#parts;
    if (resume !== undefined && resume.calculatedAt !== null) return resume.previousRunId;
    const previous = await records.findPublishedBefore(input.scoreDate);
    return previous?.run_id ?? null;
  }

  #stagesOf(previousRunId: string | null): RunStages {
    const { deps, input, records, lease, runId, resume } = this.#parts;
    const calculatedAt = resume?.calculatedAt ?? new Date(deps.clock.now()).toISOString();
    const context: Omit<RunContext, 'runModels'> = {
      deps,
      records,
      lease,
      runId,
      scoreDate: input.scoreDate,
      models: this.#models,
      overrideReason: input.overrideReason,
      isHistory: input.isHistory === true,
      training: input.train ?? (input.trigger === 'schedule' ? 'due' : 'never'),
      predicts: input.predict ?? true,
      signal: input.signal,
      vars: {
        as_of: input.scoreDate,
        run_id: runId,
        calculated_at: sqlTimestamp(Date.parse(calculatedAt)).slice(0, 19),
        previous_run_id: previousRunId ?? 'none',
      },
    };
    const { onProgress } = input;
    return new RunStages(context, { steps: RUN_STEPS, from: resume?.from, onProgress });
  }

  async #close(refusals: readonly string[]): Promise<void> {
    const { records, runId, deps } = this.#parts;
    if (refusals.length === 0) {
      await records.close(runId, { status: 'succeeded' });
      return;
    }
    deps.logger.warn('run refused by the data gates', {
      run_id: runId,
      because: refusals.join(' '),
    });
    await records.close(runId, { status: 'refused', refusedBecause: refusals.join(' ') });
  }

  /** Records how the run ended; answers the error to throw. */
  async #fail(error: unknown): Promise<unknown> {
    const { deps, records, runId, input } = this.#parts;
    const isStopping = input.isStopping?.() === true;
    const isCalledOff =
      input.signal?.aborted === true || (isWonderError(error) && error.code === 'cancelled');
    const end = endOf(error, { isCalledOff, isStopping });
    if (isCalledOff) {
      deps.logger.info('run called off', { run_id: runId, because: end.error });
    } else {
      deps.logger.error('run failed', { run_id: runId, code: end.errorCode }, error);
    }
    const write = async () => {
      // What failed after publishing is a stage's failure, not the run's.
      const isPublished = (await records.find(runId))?.published === true;
      await records.close(runId, isPublished ? { status: 'succeeded' } : end);
    };
    await write().catch(() => deps.recordLater?.(write));
    return isCalledOff
      ? new WonderError('cancelled', { detail: 'The run was cancelled.', cause: error })
      : error;
  }
}

function endOf(
  error: unknown,
  { isCalledOff, isStopping }: { readonly isCalledOff: boolean; readonly isStopping: boolean },
) {
  if (isCalledOff && isStopping) {
    const because = 'The service stopped while it ran.';
    return { status: 'failed', errorCode: 'interrupted', error: because } as const;
  }
  if (isCalledOff) {
    const because = 'Somebody cancelled it.';
    return { status: 'cancelled', errorCode: 'cancelled', error: because } as const;
  }
  return {
    status: 'failed',
    errorCode: isWonderError(error) ? error.code : 'internal',
    error: isWonderError(error) ? error.message : 'It stopped unexpectedly.',
  } as const;
}
