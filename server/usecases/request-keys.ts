import { WonderError } from '../domain/errors.ts';
import { analyticsTable, type RunDeps, sqlTimestamp } from './run-deps.ts';

/** A request that a client may send again. */
export interface KeyedRequest {
  readonly key: string;
  /** What was asked for, in full: the same key with another request is a mistake. */
  readonly request: string;
}

interface InFlight {
  readonly request: string;
  readonly answer: Promise<string>;
}

function usedBefore(): WonderError {
  return new WonderError('conflict', {
    detail: 'This Idempotency-Key was used for another request before.',
  });
}

/** Idempotency keys: what a request with a key came to, so that sending it again starts nothing. */
export class RequestKeys {
  readonly #deps: Pick<RunDeps, 'warehouse' | 'project' | 'clock'>;
  readonly #table: string;
  readonly #inFlight = new Map<string, InFlight>();

  constructor(deps: Pick<RunDeps, 'warehouse' | 'project' | 'clock'>) {
    this.#deps = deps;
    this.#table = analyticsTable(deps.project, 'request_keys');
  }

  /**
   * What `act` answers, or what it answered when the same request was sent before; what failed may be sent again.
   * Rejects with `conflict` where the key was used for another request, and as `act` does.
   */
  async once({ key, request }: KeyedRequest, act: () => Promise<string>): Promise<string> {
    const same = this.#inFlight.get(key);
    if (same !== undefined) {
      if (same.request !== request) throw usedBefore();
      return await same.answer;
    }
    const answer = this.#answer({ key, request }, act);
    this.#inFlight.set(key, { request, answer });
    try {
      return await answer;
    } finally {
      this.#inFlight.delete(key);
    }
  }

  async #answer({ key, request }: KeyedRequest, act: () => Promise<string>): Promise<string> {
    const { warehouse, clock } = this.#deps;
    const [row] = await warehouse.query({
      sql: `select request, resource from ${this.#table} where request_key = ?`,
      binds: [key],
    });
    if (row !== undefined && row.request !== request) throw usedBefore();
    // Without an answer the process that acted ended before it had one.
    if (row !== undefined && row.resource !== '') return String(row.resource);
    if (row === undefined) {
      await warehouse.execute({
        sql: `insert into ${this.#table} (request_key, request, resource, created_at)
          select ?, ?, '', cast(? as timestamp)`,
        binds: [key, request, sqlTimestamp(clock.now())],
      });
    }
    try {
      const answer = await act();
      await warehouse.execute({
        sql: `update ${this.#table} set resource = ? where request_key = ?`,
        binds: [answer, key],
      });
      return answer;
    } catch (error) {
      await this.#forget(key);
      throw error;
    }
  }

  async #forget(key: string): Promise<void> {
    const sql = `delete from ${this.#table} where request_key = ?`;
    // The error that led here is the one to tell.
    await this.#deps.warehouse.execute({ sql, binds: [key] }).catch(() => undefined);
  }
}
