import { dayIn, lastCompleteDay } from '../domain/calendar.ts';
import { isWonderError, WonderError } from '../domain/errors.ts';
import { RUN_STAGES, type RunRecord, type RunTrigger } from '../domain/run.ts';
import { refuseFutureDay } from './refuse-day.ts';
import { refuseReadOnly } from './refuse-read-only.ts';
import { RequestKeys } from './request-keys.ts';
import { findRetryable, type RetryPlan, retryRun } from './retry-run.ts';
import type { RunDeps } from './run-deps.ts';
import { RunRecords } from './run-records.ts';
import { newRunId, runScoring } from './run-scoring.ts';
import { RunsInFlight } from './runs-in-flight.ts';

export interface RunStarterDeps extends RunDeps {
  readonly timeZone: string;
  /** Told when a run is over, however it ended; undefined: it ended with an error. */
  readonly onEnded: (record: RunRecord | undefined, runId: string) => void;
}

export interface StartRunInput {
  /** Undefined: the last complete day. */
  readonly scoreDate?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Publishes although a data gate refuses, and records why that is right. */
  readonly overrideReason?: string | undefined;
  readonly trigger?: RunTrigger;
}

export interface RetryRunInput {
  readonly runId: string;
  readonly idempotencyKey?: string | undefined;
}

function textOf({ from, restartedBecause }: RetryPlan): string {
  return [from, restartedBecause ?? ''].join('\n');
}

function planOf(text: string): RetryPlan {
  const [from, because = ''] = text.split('\n');
  return {
    from: RUN_STAGES.find((stage) => stage === from) ?? 'load',
    restartedBecause: because === '' ? null : because,
  };
}

/** Starts, retries and calls off runs on request, and keeps hold of those in flight. */
export class RunStarter {
  readonly inFlight: RunsInFlight;
  readonly #deps: RunStarterDeps;
  readonly #keys: RequestKeys;

  constructor(deps: RunStarterDeps) {
    this.#deps = deps;
    this.#keys = new RequestKeys(deps);
    this.inFlight = new RunsInFlight(deps.onEnded);
  }

  /**
   * Starts a run and answers its id as soon as it is recorded; the same key answers the same run.
   * Rejects with `invalid_value`, `run_in_flight` or `conflict`, the last also where the warehouse is only read.
   */
  async start(input: StartRunInput): Promise<string> {
    const { scoreDate, idempotencyKey, overrideReason } = input;
    const { clock, timeZone, warehouse } = this.#deps;
    refuseReadOnly(warehouse);
    const date = scoreDate ?? lastCompleteDay(timeZone, clock.now());
    refuseFutureDay(date, dayIn(timeZone, clock.now()));
    if (idempotencyKey === undefined) return await this.#begin(date, input);
    // A request that names no day is the same request on the next day.
    const asked = { score_date: scoreDate ?? null, override_because: overrideReason ?? null };
    const request = { key: idempotencyKey, request: `run ${JSON.stringify(asked)}` };
    return await this.#keys.once(request, async () => {
      const earlier = await new RunRecords(this.#deps).findByIdempotencyKey(idempotencyKey);
      return earlier?.run_id ?? (await this.#begin(date, input));
    });
  }

  /**
   * Tries a run again from the stage that failed, or from the start; answers which as soon as it is under way.
   * Rejects with `not_found`, `run_in_flight` or `conflict`.
   */
  async retry({ runId, idempotencyKey }: RetryRunInput): Promise<RetryPlan> {
    refuseReadOnly(this.#deps.warehouse);
    if (idempotencyKey === undefined) return await this.#retry(runId);
    const request = { key: idempotencyKey, request: `retry ${runId}` };
    return planOf(await this.#keys.once(request, async () => textOf(await this.#retry(runId))));
  }

  /**
   * Calls a run off and waits until that is recorded, where this process runs it; calling it off again is no
   * mistake. Rejects with `not_found`, and with `conflict` where the run is over or its scores are published.
   */
  async cancel(runId: string): Promise<void> {
    refuseReadOnly(this.#deps.warehouse);
    const records = new RunRecords(this.#deps);
    const run = await records.find(runId);
    if (run === undefined) throw new WonderError('not_found', { detail: 'There is no such run.' });
    if (run.status === 'cancelled') return;
    if (run.published || (run.status !== 'running' && run.status !== 'queued')) {
      const detail = run.published
        ? 'Its scores are published; a run can be cancelled before that only.'
        : `The run is over: it ${run.status === 'failed' ? 'has failed' : `was ${run.status}`}.`;
      throw new WonderError('conflict', { detail });
    }
    if (this.inFlight.has(runId)) await this.inFlight.cancel(runId);
    else await records.requestCancellation(runId);
  }

  /** Calls off the run in flight and waits until it has recorded that. */
  async stop(): Promise<void> {
    await this.inFlight.stop();
  }

  async #begin(scoreDate: string, input: StartRunInput): Promise<string> {
    const deps = this.#deps;
    const { idempotencyKey, overrideReason, trigger = 'api' } = input;
    const runId = newRunId(deps, scoreDate);
    let recorded = runId;
    try {
      await this.inFlight.begin(runId, async (controls) => {
        const record = await runScoring(deps, {
          ...controls,
          scoreDate,
          trigger,
          runId,
          ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
          ...(overrideReason === undefined ? {} : { overrideReason }),
        });
        // Another one where the key had started it before.
        recorded = record.run_id;
        return record;
      });
    } catch (error) {
      this.#noteUnstarted(error);
      throw error;
    }
    return recorded;
  }

  async #retry(runId: string): Promise<RetryPlan> {
    const deps = this.#deps;
    await findRetryable(deps, runId);
    let plan: RetryPlan = { from: 'load', restartedBecause: null };
    const onPlan = (made: RetryPlan) => {
      plan = made;
    };
    try {
      await this.inFlight.begin(runId, (controls) =>
        retryRun(deps, { ...controls, runId, onPlan }),
      );
    } catch (error) {
      this.#noteUnstarted(error);
      throw error;
    }
    return plan;
  }

  #noteUnstarted(error: unknown): void {
    if (!isWonderError(error)) this.#deps.logger.error('a run did not start', {}, error);
  }
}
