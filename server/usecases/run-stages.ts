import { type ErrorCode, isWonderError } from '../domain/errors.ts';
import type { RunStage } from '../domain/run.ts';
import type { ModelStage } from '../modeling/graph.ts';
import type { RunProgress } from './run-scoring.ts';
import type { RunContext, RunStep, StepOutcome } from './stages/run-step.ts';

export interface StagePlan {
  readonly steps: readonly RunStep[];
  readonly onProgress: ((progress: RunProgress) => void) | undefined;
}

/** What may be otherwise in a while. */
const WORTH_TRYING_AGAIN: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'warehouse_unavailable',
  'warehouse_failed',
  'conflict',
  'timed_out',
]);

/** Runs the stages of a run one after another, writes down each, and tries again what failed. */
export class RunStages {
  readonly #context: RunContext;
  readonly #plan: StagePlan;
  #current: RunStage = 'load';
  #done = 0;

  constructor(context: Omit<RunContext, 'runModels'>, plan: StagePlan) {
    this.#context = { ...context, runModels: (stage) => this.#runModels(stage) };
    this.#plan = plan;
  }

  /** Answers why the run was refused; empty where every stage came to its end. */
  async run(): Promise<readonly string[]> {
    for (const step of this.#plan.steps) {
      const { refused = [] } = await this.#runStep(step);
      if (refused.length > 0) return refused;
      this.#done += 1;
      this.#report();
    }
    return [];
  }

  async #runStep(step: RunStep): Promise<StepOutcome> {
    const { deps, signal } = this.#context;
    const most = deps.stageRetries?.most ?? 0;
    this.#current = step.name;
    for (let retries = 0; ; retries += 1) {
      signal?.throwIfAborted();
      const doneBefore = this.#done;
      const startedAt = deps.clock.now();
      try {
        return await this.#attempt(step, startedAt);
      } catch (error) {
        this.#done = doneBefore;
        const canTryAgain = isWonderError(error) && WORTH_TRYING_AGAIN.has(error.code);
        if (!canTryAgain || retries >= most || signal?.aborted === true) {
          await this.#endFailed(step.name, { startedAt, error });
          throw error;
        }
        await this.#waitToTryAgain(step.name, error.message);
      }
    }
  }

  async #attempt({ name, run }: RunStep, startedAt: number): Promise<StepOutcome> {
    const { records, runId } = this.#context;
    await records.startStage(runId, name);
    this.#report();
    const answer = await run(this.#context);
    const outcome: StepOutcome = typeof answer === 'number' ? { rows: answer } : answer;
    const { rows, skipped, refused = [] } = outcome;
    if (skipped !== undefined) {
      await records.endStage(runId, name, { status: 'skipped', rows, startedAt, error: skipped });
    } else if (refused.length > 0) {
      const error = refused.join(' ');
      await records.endStage(runId, name, { status: 'refused', rows, startedAt, error });
    } else {
      await records.endStage(runId, name, { status: 'succeeded', rows, startedAt });
    }
    return outcome;
  }

  async #waitToTryAgain(stage: RunStage, because: string): Promise<void> {
    const { deps, records, runId, signal, lease } = this.#context;
    const { stageRetries } = deps;
    if (stageRetries === undefined) return;
    deps.logger.warn('a stage failed and will be tried again', { run_id: runId, stage });
    await records.noteFailedAttempt(runId, stage, because).catch(() => undefined);
    await stageRetries.sleeper.sleep(stageRetries.delayMs, signal);
    // While the warehouse was away, the lease may have become another's.
    await lease.renew(deps.warehouse).catch((error: unknown) => {
      if (isWonderError(error) && error.code === 'lease_lost') throw error;
    });
  }

  async #endFailed(
    stage: RunStage,
    { startedAt, error }: { readonly startedAt: number; readonly error: unknown },
  ): Promise<void> {
    const { records, runId } = this.#context;
    const detail = isWonderError(error) ? error.message : 'It stopped unexpectedly.';
    await records
      .endStage(runId, stage, { status: 'failed', rows: null, startedAt, error: detail })
      .catch(() => undefined);
  }

  async #runModels(stage: ModelStage): Promise<number> {
    const { models, vars, signal } = this.#context;
    return await models.runStage(stage, {
      vars,
      ...(signal === undefined ? {} : { signal }),
      onModel: () => {
        this.#done += 1;
        this.#report();
      },
    });
  }

  #report(): void {
    const total = this.#context.models.size + this.#plan.steps.length;
    this.#plan.onProgress?.({ stage: this.#current, done: this.#done, total });
  }
}
