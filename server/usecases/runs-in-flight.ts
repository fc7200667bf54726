import type { RunRecord } from '../domain/run.ts';
import type { RunProgress } from './run-scoring.ts';

/** What a run that is in flight is given. */
export interface FlightControls {
  readonly signal: AbortSignal;
  /** True where it is called off because this process ends, and not by somebody. */
  readonly isStopping: () => boolean;
  readonly onProgress: (progress: RunProgress) => void;
}

interface Flight {
  readonly abort: AbortController;
  over: Promise<unknown>;
  progress: RunProgress | null;
}

type Ended = (record: RunRecord | undefined, runId: string) => void;

/** The runs of this process: how far they are, and how they are called off. */
export class RunsInFlight {
  readonly #flights = new Map<string, Flight>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #onEnded: Ended;
  #stopping = false;

  /** `onEnded` is told when a run that was recorded is over; undefined: it ended with an error. */
  constructor(onEnded: Ended) {
    this.#onEnded = onEnded;
  }

  /** Resolves once the run is recorded, while it goes on; rejects where it did not come to that. */
  begin(runId: string, work: (controls: FlightControls) => Promise<RunRecord>): Promise<void> {
    const flight: Flight = {
      abort: new AbortController(),
      over: Promise.resolve(),
      progress: null,
    };
    if (this.#stopping) flight.abort.abort();
    this.#flights.set(runId, flight);
    const end = (record: RunRecord | undefined) => {
      if (this.#flights.get(runId) === flight) this.#flights.delete(runId);
      if (flight.progress !== null) this.#onEnded(record, runId);
      this.#tell(runId);
    };
    return new Promise((resolve, reject) => {
      const controls: FlightControls = {
        signal: flight.abort.signal,
        isStopping: () => this.#stopping,
        onProgress: (progress) => {
          flight.progress = progress;
          resolve();
          this.#tell(runId);
        },
      };
      flight.over = work(controls).then(
        (record) => {
          end(record);
          resolve();
        },
        (error: unknown) => {
          end(undefined);
          reject(error);
        },
      );
    });
  }

  has(runId: string): boolean {
    return this.#flights.has(runId);
  }

  /** Null where the run is none of this process, or has not begun. */
  progressOf(runId: string): RunProgress | null {
    return this.#flights.get(runId)?.progress ?? null;
  }

  /** Calls a run off and waits until it has recorded that. */
  async cancel(runId: string): Promise<void> {
    const flight = this.#flights.get(runId);
    flight?.abort.abort();
    await flight?.over;
  }

  /** Resolves when a run is over, at once where it is none of this process. */
  async over(runId: string): Promise<void> {
    await this.#flights.get(runId)?.over;
  }

  /** Calls off everything, because the process ends. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const flights = [...this.#flights.values()];
    for (const { abort } of flights) abort.abort();
    await Promise.allSettled(flights.map(({ over }) => over));
  }

  /** Calls back at every step of a run, until it is called off itself. */
  watch(runId: string, onChange: () => void): () => void {
    const watchers = this.#watchers.get(runId) ?? new Set();
    this.#watchers.set(runId, watchers.add(onChange));
    return () => {
      watchers.delete(onChange);
      if (watchers.size === 0) this.#watchers.delete(runId);
    };
  }

  #tell(runId: string): void {
    for (const onChange of this.#watchers.get(runId) ?? []) onChange();
  }
}
