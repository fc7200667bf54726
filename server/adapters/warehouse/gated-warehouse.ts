import { WonderError } from '../../domain/errors.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { ReadableWarehouse } from '../../ports/readable-warehouse.ts';
import type { Statement, StatementOptions, WarehouseRow } from '../../ports/warehouse.ts';

export interface GateOptions {
  /** Statements at once: below the thread pool, or files and DNS would wait for queries. */
  readonly running: number;
  /** Statements that may wait for a place; more are refused at once. */
  readonly waiting: number;
  /** Streams at once; each keeps a connection for as long as its reader takes. */
  readonly streams: number;
  readonly metrics: Metrics;
}

function cancelled(): WonderError {
  return new WonderError('cancelled', { detail: 'The statement was cancelled.' });
}

/** A number of places, taken in order of arrival. */
class Places {
  readonly #places: number;
  readonly #maxWaiting: number;
  readonly #queue: (() => void)[] = [];
  #taken = 0;

  constructor(places: number, maxWaiting: number) {
    this.#places = places;
    this.#maxWaiting = maxWaiting;
  }

  async take(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) throw cancelled();
    if (this.#taken < this.#places) {
      this.#taken += 1;
      return;
    }
    if (this.#queue.length >= this.#maxWaiting) {
      throw new WonderError('too_many_requests', {
        detail: 'More is being asked than can be answered now.',
        retryAfter: 1,
      });
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#queue.splice(this.#queue.indexOf(enter), 1);
        reject(cancelled());
      };
      this.#queue.push(enter);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  /** Hands the place to the next in the queue, if there is one. */
  leave(): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#taken -= 1;
    else next();
  }
}

/** A warehouse for readers: bounded, counted, and quick to refuse what it has no room for. */
export function createGatedWarehouse(
  warehouse: ReadableWarehouse,
  options: GateOptions,
): ReadableWarehouse {
  const { metrics } = options;
  const places = new Places(options.running, options.waiting);
  const streams = new Places(options.streams, 0);
  const outcome = (name: string) =>
    metrics.counter('wonder_warehouse_queries_total', { outcome: name });
  const counts = { ok: outcome('ok'), failed: outcome('failed'), shed: outcome('shed') };

  async function enter(gate: Places, signal: AbortSignal | undefined): Promise<void> {
    try {
      await gate.take(signal);
    } catch (error) {
      counts.shed.increment();
      throw error;
    }
  }

  async function gated<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    await enter(places, signal);
    try {
      const answer = await work();
      counts.ok.increment();
      return answer;
    } catch (error) {
      counts.failed.increment();
      throw error;
    } finally {
      places.leave();
    }
  }

  async function* stream(statement: Statement, given: StatementOptions = {}) {
    await enter(streams, given.signal);
    try {
      counts.ok.increment();
      yield* warehouse.stream(statement, given) satisfies AsyncIterable<WarehouseRow[]>;
    } finally {
      streams.leave();
    }
  }

  return {
    engine: warehouse.engine,
    query: (statement, given) => gated(given?.signal, () => warehouse.query(statement, given)),
    stream,
  };
}
