import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { readBinds } from './binds.ts';
import { FakeEngine, type FakeResult, type FakeSession, FakeSqlError } from './engine.ts';
import { asRecord, type FakeRequest, listen, type Reply, stop } from './http.ts';
import { Journal, type RecordedStatement } from './journal.ts';

interface Running {
  readonly handle: string;
  readonly session: FakeSession;
  readonly outcome: Promise<FakeResult | FakeSqlError>;
  result: FakeResult | FakeSqlError | undefined;
}

const PATH = '/api/v2/statements';
const STATS: Readonly<Record<number, string>> = {
  12544: 'numRowsInserted',
  12800: 'numRowsUpdated',
  13056: 'numRowsDeleted',
};

/** Snowflake's SQL API on loopback; statements run on an engine of ours. */
export class FakeSqlApi {
  readonly journal = new Journal();
  /** Headers of every request, for what they say about the sign-in. */
  readonly signIns: FakeRequest['headers'][] = [];
  /** Rows of one part of a result. */
  partitionRows = 1000;
  /** How long a request waits for its statement before it answers 202. */
  syncMs = 60;
  readonly #engine: FakeEngine;
  readonly #byRequest = new Map<string, Running>();
  readonly #byHandle = new Map<string, Running>();
  #close: () => Promise<void> = async () => undefined;
  #url = '';

  private constructor(engine: FakeEngine) {
    this.#engine = engine;
  }

  static async start(path?: string): Promise<FakeSqlApi> {
    const fake = new FakeSqlApi(await FakeEngine.open(path));
    const { server, url } = await listen((request, reply, response) =>
      fake.#route(request, reply, response),
    );
    fake.#url = url;
    fake.#close = () => stop(server);
    return fake;
  }

  get url(): string {
    return this.#url;
  }

  async close(): Promise<void> {
    await this.#close();
    for (const { session, outcome } of this.#byHandle.values()) {
      session.interrupt();
      await outcome;
      session.close();
    }
    await this.#engine.close();
  }

  /** Runs statements of a test's own, as an administrator would. */
  async prepare(...statements: readonly string[]): Promise<void> {
    const session = await this.#engine.session();
    for (const sql of statements) await session.run(sql);
    session.close();
  }

  async #route(request: FakeRequest, reply: Reply, response: ServerResponse): Promise<void> {
    this.signIns.push(request.headers);
    if (!String(request.headers.authorization ?? '').startsWith('Bearer ')) {
      reply(401, { code: '390318', message: 'no token' });
      return;
    }
    const [, handle, action] = request.url.pathname.slice(PATH.length).split('/');
    if (handle === undefined || handle === '') {
      await this.#submit(request, reply, response);
      return;
    }
    const running = this.#byHandle.get(handle);
    if (running === undefined) {
      reply(404, { code: '000709', message: 'unknown statement' });
    } else if (action === 'cancel') {
      this.journal.cancelled.push(handle);
      running.session.interrupt();
      reply(200, { statementHandle: handle });
    } else {
      this.#answer(running, Number(request.url.searchParams.get('partition') ?? 0), reply);
    }
  }

  async #submit(request: FakeRequest, reply: Reply, response: ServerResponse): Promise<void> {
    const { searchParams } = request.url;
    const requestId = searchParams.get('requestId') ?? '';
    const isRetry = searchParams.get('retry') === 'true';
    const fault = this.journal.note(this.#recorded(request, requestId, isRetry));
    if (fault?.kind === 'status') {
      const { status, retryAfter } = fault;
      reply(status, {}, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
      return;
    }
    if (fault?.kind === 'html') {
      reply(200, '<html>a proxy says hello</html>');
      return;
    }
    if (fault?.kind === 'slow') await wait(fault.milliseconds);
    // Without retry=true the same request would run twice: that is what must not happen.
    const known = isRetry ? this.#byRequest.get(requestId) : undefined;
    const running = known ?? (await this.#begin(request, requestId, fault?.kind === 'stall'));
    if (fault?.kind === 'drop') {
      await running.outcome;
      response.destroy();
      return;
    }
    const isAsync = searchParams.get('async') === 'true' || fault?.kind === 'slow';
    if (!isAsync) await Promise.race([running.outcome, wait(this.syncMs)]);
    this.#answer(isAsync ? { ...running, result: undefined } : running, 0, reply);
  }

  #recorded({ body }: FakeRequest, requestId: string, isRetry: boolean): RecordedStatement {
    return {
      sql: String(body.statement),
      binds: readBinds(body),
      parameters: { ...asRecord(body.parameters), timeout: body.timeout, role: body.role },
      requestId,
      session: requestId,
      attempt: isRetry ? 1 : 0,
    };
  }

  async #begin({ body }: FakeRequest, requestId: string, isStalled: boolean): Promise<Running> {
    const session = await this.#engine.session();
    const sql = isStalled
      ? 'select count(*) from range(100000) a, range(1000000) b where a.range + b.range = 7'
      : String(body.statement);
    const outcome = session
      .run(sql, isStalled ? [] : readBinds(body))
      .catch((error: unknown) =>
        error instanceof FakeSqlError ? error : new FakeSqlError('100038', String(error)),
      );
    const running: Running = { handle: randomUUID(), session, outcome, result: undefined };
    void outcome.then((result) => {
      running.result = result;
    });
    this.#byRequest.set(requestId, running);
    this.#byHandle.set(running.handle, running);
    return running;
  }

  #answer({ handle, result }: Running, partition: number, reply: Reply): void {
    const known = { statementHandle: handle, statementStatusUrl: `${PATH}/${handle}` };
    if (result === undefined) {
      reply(202, { ...known, code: '333334', message: 'Asynchronous execution in progress.' });
      return;
    }
    if (result instanceof FakeSqlError) {
      reply(422, { ...known, code: result.code, message: result.message, sqlState: '42000' });
      return;
    }
    const size = this.partitionRows;
    const data = result.rows.slice(partition * size, (partition + 1) * size);
    if (partition > 0) {
      reply(200, { data });
      return;
    }
    const parts = Math.max(1, Math.ceil(result.rows.length / size));
    const partitionInfo = Array.from({ length: parts }, () => ({ rowCount: size }));
    const count = STATS[result.statementTypeId];
    reply(200, {
      ...known,
      code: '090001',
      resultSetMetaData: {
        numRows: result.rows.length,
        format: 'jsonv2',
        rowType: result.columns,
        partitionInfo,
      },
      data,
      ...(count === undefined ? {} : { stats: { [count]: Number(result.rows[0]?.[0]) } }),
    });
  }
}
