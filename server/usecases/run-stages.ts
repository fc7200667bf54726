import { type ErrorCode, isWonderError, WonderError } from '../domain/errors.ts';
import type { RunStage } from '../domain/run.ts';
import type { ModelStage } from '../modeling/graph.ts';
import type { StageEnd } from './run-records.ts';
import type { RunProgress } from './run-scoring.ts';
import type { RunContext, RunStep, StepOutcome } from './stages/run-step.ts';

export interface StagePlan {
  readonly steps: readonly RunStep[];
  /** The first stage that is run; those before it were done by an earlier attempt. Undefined: all are run. */
  readonly from: RunStage | undefined;
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
  #done: number;
  readonly #total: number;
  readonly #first: number;
  #isPublished = false;
  /** How the last stage ended, where that is not written down yet: it is with the beginning of the next. */
  #ended: StageEnd | undefined;

  constructor(context: Omit<RunContext, 'runModels'>, plan: StagePlan) {
    this.#context = { ...context, runModels: (stage) => this.#runModels(stage) };
    this.#plan = plan;
    const first = plan.steps.findIndex(({ name }) => name === plan.from);
    this.#first = Math.max(0, first);
    this.#done = this.#sizeOf(plan.steps.slice(0, this.#first));
    this.#total = this.#sizeOf(plan.steps);
  }

  /** True from the moment readers see the run: nothing that happens later takes that back. */
  get isPublished(): boolean {
    return this.#isPublished;
  }

  /** Answers why the run was refused; empty where it was published. */
  async run(): Promise<readonly string[]> {
    try {
      const refused = await this.#runAll();
      await this.#noteEnd();
      return refused;
    } catch (error) {
      await this.#noteEnd().catch(() => undefined);
      throw error;
    }
  }

  async #runAll(): Promise<readonly string[]> {
    const steps = this.#plan.steps.slice(this.#first);
    const publish = steps.findIndex(({ name }) => name === 'publish');
    for (const step of steps.slice(0, publish + 1)) {
      const { refused = [] } = await this.#runStep(step);
      if (refused.length > 0) return refused;
      this.#stepDone();
    }
    this.#isPublished = true;
    await this.#afterPublishing(steps.slice(publish + 1));
    return [];
  }

  /** The scores are out and the next run may begin; what fails from here on is a stage's failure, not the run's. */
  async #afterPublishing(steps: readonly RunStep[]): Promise<void> {
    const { deps, lease, runId } = this.#context;
    await this.#noteEnd();
    await lease.release();
    for (const step of steps) {
      try {
        await this.#runStep(step);
      } catch (error) {
        deps.logger.error('a stage failed after publishing', { run_id: runId }, error);
      }
      this.#stepDone();
    }
  }

  #stepDone(): void {
    this.#done += 1;
    this.#report();
  }

  #sizeOf(steps: readonly RunStep[]): number {
    const { models } = this.#context;
    return steps.reduce((sum, { name }) => sum + 1 + models.sizeOf(name), 0);
  }

  async #runStep(step: RunStep): Promise<StepOutcome> {
    const { deps, signal } = this.#context;
    const most = deps.stageRetries?.most ?? 0;
    this.#current = step.name;
    for (let retries = 0; ; retries += 1) {
      await this.#refuseCancelled();
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
    const { deps, records, runId } = this.#context;
    await records.startStage(runId, name, this.#ended);
    this.#ended = undefined;
    this.#report();
    const answer = await run(this.#context);
    const outcome: StepOutcome = typeof answer === 'number' ? { rows: answer } : answer;
    const { rows, skipped, note, refused = [], isOpen = false } = outcome;
    if (isOpen) return outcome;
    const ended = { stage: name, rows, startedAt, endedAt: deps.clock.now() };
    if (skipped !== undefined) {
      this.#ended = { ...ended, status: 'skipped', error: skipped };
    } else if (refused.length > 0) {
      this.#ended = { ...ended, status: 'refused', error: refused.join(' ') };
    } else {
      const error = note === undefined ? {} : { error: note };
      this.#ended = { ...ended, status: 'succeeded', ...error };
    }
    return outcome;
  }

  async #noteEnd(): Promise<void> {
    if (this.#ended === undefined) return;
    await this.#context.records.endStage(this.#context.runId, this.#ended);
    this.#ended = undefined;
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
    const { deps, records, runId } = this.#context;
    const detail = isWonderError(error) ? error.message : 'It stopped unexpectedly.';
    const endedAt = deps.clock.now();
    const ended = { stage, rows: null, startedAt, endedAt, error: detail };
    const write = async () => {
      await this.#noteEnd();
      await records.endStage(runId, { ...ended, status: 'failed' });
    };
    await write().catch(() => deps.recordLater?.(write));
  }

  /** Called off here, or by way of another process. What is published cannot be called off any more. */
  async #refuseCancelled(): Promise<void> {
    const { deps, records, runId, signal } = this.#context;
    if (this.#isPublished) return;
    signal?.throwIfAborted();
    if (deps.warehouse.singleProcess) return;
    if (await records.isCancellationRequested(runId).catch(() => false)) throw cancelledElsewhere();
  }

  async #runModels(stage: ModelStage): Promise<number> {
    const { deps, models, vars, signal } = this.#context;
    return await models.runStage(stage, {
      vars,
      atOnce: deps.modelsAtOnce ?? 1,
      ...(deps.kept === undefined ? {} : { kept: deps.kept }),
      ...(signal === undefined ? {} : { signal }),
      onModel: () => this.#stepDone(),
    });
  }

  #report(): void {
    const progress = { stage: this.#current, done: this.#done, total: this.#total };
    this.#plan.onProgress?.(progress);
  }
}

function cancelledElsewhere(): WonderError {
  return new WonderError('cancelled', { detail: 'The run was cancelled.' });
}
