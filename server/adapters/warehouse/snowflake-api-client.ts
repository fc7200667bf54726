import { WonderError } from '../../domain/errors.ts';
import type { Statement, StatementOptions } from '../../ports/warehouse.ts';
import { type ApiAnswer, readApiAnswer } from './snowflake-api-answers.ts';
import { apiBindings } from './snowflake-api-cells.ts';
import { fromSnowflakeError } from './snowflake-errors.ts';
import {
  type SnowflakeOptions,
  STATEMENT_SECONDS,
  sessionParameters,
} from './snowflake-options.ts';
import { signInRefused } from './snowflake-sign-in-refusals.ts';

/** What a request is made with: Node's own, a Worker's own, or a test's. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ApiClientOptions extends Omit<SnowflakeOptions, 'signIn'> {
  readonly token: () => Promise<string>;
  readonly tokenType: 'KEYPAIR_JWT' | 'OAUTH' | 'PROGRAMMATIC_ACCESS_TOKEN';
  readonly fetch: Fetch;
  /** A new UUID: Snowflake takes no other ids of requests. */
  readonly uuid: () => string;
}

const PATH = '/api/v2/statements';
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 250;
const FIRST_POLL_MS = 100;
const SLOWEST_POLL_MS = 2000;
const LONGEST_WAIT_MS = 20_000;
const GRACE_SECONDS = 15;
/** Settings that the API takes with a statement; the others it knows by other fields or not at all. */
const PARAMETERS = new Set(['QUERY_TAG', 'TIMEZONE']);

function cancelled(cause?: unknown): WonderError {
  return new WonderError('cancelled', { detail: 'The statement was cancelled.', cause });
}

function unavailable(detail: string, cause?: unknown): WonderError {
  return new WonderError('warehouse_unavailable', { detail, retryAfter: 30, cause });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function waitBefore(attempt: number, response: Response | undefined): number {
  const asked = Number(response?.headers.get('retry-after') ?? 0) * 1000;
  return Math.min(LONGEST_WAIT_MS, Math.max(asked || 0, FIRST_WAIT_MS * 2 ** attempt));
}

function mayTryAgain({ status }: Response): boolean {
  return status === 429 || status >= 500;
}

/** Snowflake's SQL API: one statement after another, each in a session of its own. */
export class SnowflakeApiClient {
  readonly #options: ApiClientOptions;
  readonly #base: string;

  constructor(options: ApiClientOptions) {
    this.#options = options;
    this.#base = options.accessUrl ?? `https://${options.account}.snowflakecomputing.com`;
  }

  /** Runs a statement to its end. A request that may have arrived is repeated under the same id only. */
  async run(statement: Statement, options: StatementOptions = {}): Promise<ApiAnswer> {
    const seconds = options.timeoutSeconds ?? this.#options.statementSeconds ?? STATEMENT_SECONDS;
    const grace = this.#options.graceSeconds ?? GRACE_SECONDS;
    const deadline = AbortSignal.timeout((seconds + grace) * 1000);
    const signal =
      options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal]);
    if (options.signal?.aborted) throw cancelled(options.signal.reason);
    const query = `requestId=${this.#options.uuid()}`;
    const body = this.#body(statement, options, seconds);
    const known: { handle?: string } = {};
    try {
      let response = await this.#submit(query, body, signal);
      for (let wait = FIRST_POLL_MS; response.status === 202; wait *= 2) {
        const { handle } = readApiAnswer(await response.text());
        if (handle === undefined) throw unavailable('Snowflake lost a statement.');
        known.handle = handle;
        await pause(Math.min(wait, SLOWEST_POLL_MS), signal);
        response = await this.#send(`${PATH}/${handle}`, { method: 'GET' }, signal);
      }
      return await this.#finished(response);
    } catch (error) {
      if (!signal.aborted) throw fromSnowflakeError(error);
      void this.#cancel(known.handle, query, body);
      if (options.signal?.aborted) throw cancelled(error);
      throw unavailable(`Snowflake did not answer within ${seconds} seconds.`, error);
    }
  }

  /** A further part of a result. */
  async partition(handle: string, index: number, outer?: AbortSignal): Promise<ApiAnswer['rows']> {
    const deadline = AbortSignal.timeout(STATEMENT_SECONDS * 1000);
    const signal = outer === undefined ? deadline : AbortSignal.any([deadline, outer]);
    try {
      const path = `${PATH}/${handle}?partition=${index}`;
      const answer = await this.#finished(await this.#send(path, { method: 'GET' }, signal));
      return answer.rows;
    } catch (error) {
      throw outer?.aborted ? cancelled(error) : fromSnowflakeError(error);
    }
  }

  #body(
    { sql, binds = [] }: Statement,
    { tag }: StatementOptions,
    timeoutSeconds: number,
  ): Readonly<Record<string, unknown>> {
    const { database, schema, warehouse, role } = this.#options;
    const all = Object.entries(sessionParameters({ tag, timeoutSeconds }));
    return {
      statement: sql,
      timeout: timeoutSeconds,
      database,
      schema,
      warehouse,
      ...(role === undefined ? {} : { role }),
      ...(binds.length === 0 ? {} : { bindings: apiBindings(binds) }),
      parameters: Object.fromEntries(all.filter(([name]) => PARAMETERS.has(name))),
    };
  }

  async #submit(query: string, body: object, signal: AbortSignal): Promise<Response> {
    const init = { method: 'POST', body: JSON.stringify(body) };
    return await this.#send(`${PATH}?${query}&async=false`, init, signal);
  }

  /** Sends until there is an answer that trying again would not better. */
  async #send(path: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
    let failure: unknown;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const again = attempt > 0 && init.method === 'POST' ? '&retry=true' : '';
      let response: Response | undefined;
      try {
        response = await this.#options.fetch(this.#base + path + again, {
          ...init,
          headers: await this.#headers(),
          signal,
        });
        if (!mayTryAgain(response)) return response;
        // Unread bodies keep a connection busy.
        await response.body?.cancel();
        failure = new Error(`status ${response.status}`);
      } catch (error) {
        if (signal.aborted) throw error;
        failure = error;
      }
      if (attempt + 1 < ATTEMPTS) await pause(waitBefore(attempt, response), signal);
    }
    throw unavailable('Snowflake could not be reached.', failure);
  }

  async #headers(): Promise<Record<string, string>> {
    return {
      authorization: `Bearer ${await this.#options.token()}`,
      'x-snowflake-authorization-token-type': this.#options.tokenType,
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'wonder-portal/1',
    };
  }

  async #finished(response: Response): Promise<ApiAnswer> {
    const answer = readApiAnswer(await response.text());
    if (response.ok) return answer;
    const { code, message } = answer;
    if (response.status === 408) throw unavailable('Snowflake gave up on a statement in time.');
    if (response.status === 401 || response.status === 403) {
      throw signInRefused(code);
    }
    throw Object.assign(new Error(message ?? `status ${response.status}`), { code });
  }

  /** Best effort, with nobody waiting: the statement's own time-out ends what this does not reach. */
  async #cancel(handle: string | undefined, query: string, body: object): Promise<void> {
    const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
    try {
      let running = handle;
      if (running === undefined) {
        // The same request once more, not waiting, answers the handle of the statement that runs.
        const path = `${PATH}?${query}&async=true&retry=true`;
        const init = { method: 'POST', body: JSON.stringify(body) };
        running = readApiAnswer(await (await this.#send(path, init, signal)).text()).handle;
      }
      if (running !== undefined) {
        const path = `${PATH}/${running}/cancel?`;
        await (await this.#send(path, { method: 'POST' }, signal)).body?.cancel();
      }
    } catch {
      // Nothing is left to do about it.
    }
  }
}
