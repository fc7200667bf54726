import { dayIn, lastCompleteDay } from '../domain/calendar.ts';
import { isWonderError, WonderError } from '../domain/errors.ts';
import type { RunRecord } from '../domain/run.ts';
import type { RunDeps } from './run-deps.ts';
import { RunRecords } from './run-records.ts';
import { newRunId, runScoring } from './run-scoring.ts';

export interface RunStarterDeps extends RunDeps {
  readonly timeZone: string;
  /** Told when a run is over, however it ended; undefined: it ended with an error. */
  readonly onEnded: (record: RunRecord | undefined) => void;
}

export interface StartRunInput {
  /** Undefined: the last complete day. */
  readonly scoreDate?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** Starts runs on request and keeps hold of the one in flight. */
export class RunStarter {
  readonly #deps: RunStarterDeps;
  readonly #starting = new Map<string, Promise<string>>();
  readonly #inFlight = new Set<Promise<unknown>>();
  readonly #stop = new AbortController();

  constructor(deps: RunStarterDeps) {
    this.#deps = deps;
  }

  /**
   * Starts a run and answers its id as soon as it is recorded; the same key answers the same run.
   * Rejects with `invalid_value`, `run_in_flight` or `conflict`.
   */
  async start({ scoreDate, idempotencyKey }: StartRunInput): Promise<string> {
    const { clock, timeZone } = this.#deps;
    const date = scoreDate ?? lastCompleteDay(timeZone, clock.now());
    const today = dayIn(timeZone, clock.now());
    if (date > today) {
      throw new WonderError('invalid_value', {
        detail: 'A day that is still to come cannot be scored.',
        problems: [{ field: 'score_date', message: 'is in the future', allowed: `up to ${today}` }],
      });
    }
    if (idempotencyKey === undefined) return await this.#begin(date, undefined);
    // A request that names no day is the same request on the next day.
    const key = `${idempotencyKey} ${scoreDate ?? ''}`;
    const sameKey = this.#starting.get(key);
    if (sameKey !== undefined) return await sameKey;
    const started =
      scoreDate === undefined
        ? this.#beginOnce(date, idempotencyKey)
        : this.#begin(date, idempotencyKey);
    this.#starting.set(key, started);
    try {
      return await started;
    } finally {
      this.#starting.delete(key);
    }
  }

  /** Calls off the run in flight and waits until it has recorded that. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#inFlight);
  }

  async #beginOnce(scoreDate: string, idempotencyKey: string): Promise<string> {
    const earlier = await new RunRecords(this.#deps).findByIdempotencyKey(idempotencyKey);
    return earlier?.run_id ?? (await this.#begin(scoreDate, idempotencyKey));
  }

  #begin(scoreDate: string, idempotencyKey: string | undefined): Promise<string> {
    const deps = this.#deps;
    const runId = newRunId(deps, scoreDate);
    return new Promise((resolve, reject) => {
      let isRecorded = false;
      const over = runScoring(deps, {
        scoreDate,
        trigger: 'api',
        runId,
        signal: this.#stop.signal,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
        onProgress: () => {
          isRecorded = true;
          resolve(runId);
        },
      }).then(
        (record) => {
          resolve(record.run_id);
          if (isRecorded) deps.onEnded(record);
        },
        (error: unknown) => {
          reject(error);
          if (isRecorded) deps.onEnded(undefined);
          else if (!isWonderError(error)) deps.logger.error('a run did not start', {}, error);
        },
      );
      this.#inFlight.add(over);
      void over.finally(() => this.#inFlight.delete(over));
    });
  }
}
