import { WonderError } from '../domain/errors.ts';
import { analyticsTable, type RunDeps, sqlTimestamp } from './run-deps.ts';

/** A request that a client may send again, and what it started. */
export interface KeyedRequest {
  readonly key: string;
  /** What was asked for, in full: the same key with another request is a mistake. */
  readonly request: string;
  /** What the request is about to start. */
  readonly resource: string;
}

/** Idempotency keys of requests that start no new run; those of runs are in score_runs. */
export class RequestKeys {
  readonly #deps: Pick<RunDeps, 'warehouse' | 'project' | 'clock'>;
  readonly #table: string;
  /** One claim after another, so that equal requests at the same moment find each other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: Pick<RunDeps, 'warehouse' | 'project' | 'clock'>) {
    this.#deps = deps;
    this.#table = analyticsTable(deps.project, 'request_keys');
  }

  /** Undefined: the key is new and now taken, before anything is started; else what it started before. */
  async claim(request: KeyedRequest): Promise<string | undefined> {
    const claimed = this.#last.then(() => this.#claim(request));
    this.#last = claimed.catch(() => undefined);
    return await claimed;
  }

  /** Where nothing came of the request, the key may be used again. */
  async release({ key }: KeyedRequest): Promise<void> {
    await this.#deps.warehouse.execute({
      sql: `delete from ${this.#table} where request_key = ?`,
      binds: [key],
    });
  }

  async #claim({ key, request, resource }: KeyedRequest): Promise<string | undefined> {
    const { warehouse, clock } = this.#deps;
    const [row] = await warehouse.query({
      sql: `select request, resource from ${this.#table} where request_key = ?`,
      binds: [key],
    });
    if (row !== undefined && row.request !== request) {
      throw new WonderError('conflict', {
        detail: 'This Idempotency-Key was used for another request before.',
      });
    }
    if (row !== undefined) return String(row.resource);
    await warehouse.execute({
      sql: `insert into ${this.#table} (request_key, request, resource, created_at)
        select ?, ?, ?, cast(? as timestamp)`,
      binds: [key, request, resource, sqlTimestamp(clock.now())],
    });
    return undefined;
  }
}
