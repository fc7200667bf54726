import { isWonderError, WonderError } from '../domain/errors.ts';
import type { RunRecord } from '../domain/run.ts';
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
    const { deps, input, records, runId } = this.#parts;
    const previous = await records.findPublishedBefore(input.scoreDate);
    const previousRunId = previous?.run_id ?? null;
    const stages = RUN_STEPS.map(({ name }) => name);
    await records.open({ ...input, runId, previousRunId, stages });
    deps.logger.info('run started', { run_id: runId, score_date: input.scoreDate });
    try {
      await this.#close(await this.#runStages(previousRunId));
    } catch (error) {
      throw await this.#fail(error);
    } finally {
      await this.#models.dropWorkSchema(runId).catch(() => undefined);
    }
    const record = await records.find(runId);
    if (record === undefined)
      throw new WonderError('internal', { detail: 'The run is not recorded.' });
    deps.logger.info('run ended', { run_id: runId, status: record.status, fans: record.fans });
    return record;
  }

  /** Answers why the run was refused; empty where it was published. */
  async #runStages(previousRunId: string | null): Promise<readonly string[]> {
    const { deps, input, records, lease, runId } = this.#parts;
    const context: Omit<RunContext, 'runModels'> = {
      deps,
      records,
      lease,
      runId,
      scoreDate: input.scoreDate,
      models: this.#models,
      overrideReason: input.overrideReason,
      signal: input.signal,
      vars: {
        as_of: input.scoreDate,
        run_id: runId,
        calculated_at: sqlTimestamp(deps.clock.now()).slice(0, 19),
        previous_run_id: previousRunId ?? 'none',
      },
    };
    return await new RunStages(context, { steps: RUN_STEPS, onProgress: input.onProgress }).run();
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
    const { deps, records, runId } = this.#parts;
    const cancelled = this.#parts.input.signal?.aborted === true;
    const code = cancelled ? 'cancelled' : isWonderError(error) ? error.code : 'internal';
    const detail = isWonderError(error) ? error.message : 'It stopped unexpectedly.';
    deps.logger.error('run failed', { run_id: runId, code }, error);
    await records
      .close(runId, { status: cancelled ? 'cancelled' : 'failed', errorCode: code, error: detail })
      .catch(() => undefined);
    return cancelled
      ? new WonderError('cancelled', { detail: 'The run was cancelled.', cause: error })
      : error;
  }
}
