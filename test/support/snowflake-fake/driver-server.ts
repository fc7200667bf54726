import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { readBinds } from './binds.ts';
import { FakeEngine, type FakeResult, type FakeSession, FakeSqlError } from './engine.ts';
import { asRecord, type FakeRequest, type Json, listen, type Reply, stop } from './http.ts';
import { Journal, type RecordedStatement } from './journal.ts';

interface OpenSession {
  readonly id: string;
  readonly session: FakeSession;
  token: string;
}

const CHUNKED_FROM = 500;

/** What the driver of Node sends and expects, on loopback; statements run on an engine of ours. */
export class FakeSnowflake {
  readonly journal = new Journal();
  /** From so many rows on a result is cut into chunks of its own. */
  chunkRows = CHUNKED_FROM;
  /** Sent in place of every VARIANT. */
  rawVariant: string | undefined;
  /** What everyone who signs in is refused with. */
  signInRefusal: { readonly code: string; readonly message: string } | undefined;
  /** Whether every connection breaks, signing in too. */
  isDown = false;
  readonly #engine: FakeEngine;
  readonly #sessions = new Map<string, OpenSession>();
  readonly #running = new Map<string, OpenSession>();
  readonly #done = new Map<string, Json>();
  readonly #chunks = new Map<string, string>();
  #close: () => Promise<void> = async () => undefined;
  #url = '';

  private constructor(engine: FakeEngine) {
    this.#engine = engine;
  }

  /** `path`: a database of ours; without it, an empty account. */
  static async start(path?: string): Promise<FakeSnowflake> {
    const fake = new FakeSnowflake(await FakeEngine.open(path));
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

  get sessions(): number {
    return this.#sessions.size;
  }

  /**
   * Ends the sessions that rest in an open transaction, once what still runs is done, as Snowflake does with one that
   * has kept others waiting for five minutes: a client that was killed said no goodbye.
   */
  async endAbandoned(): Promise<void> {
    while (this.#running.size > 0) await wait(5);
    for (const { id, session } of this.#sessions.values()) {
      if (!session.inTransaction) continue;
      session.close();
      this.#sessions.delete(id);
    }
  }

  async close(): Promise<void> {
    await this.#close();
    for (const { session } of this.#sessions.values()) session.close();
    await this.#engine.close();
  }

  async #route(request: FakeRequest, reply: Reply, response: ServerResponse): Promise<void> {
    const { pathname } = request.url;
    if (this.isDown) {
      response.destroy();
      return;
    }
    if (pathname.startsWith('/chunks/')) {
      this.#chunk(pathname, response);
      return;
    }
    switch (pathname) {
      case '/session/v1/login-request':
        await this.#signIn(request, reply);
        return;
      case '/session/token-request':
        this.#renew(request, reply);
        return;
      case '/queries/v1/abort-request':
        this.#abort(request, reply);
        return;
      case '/queries/v1/query-request':
        await this.#query(request, reply, response);
        return;
    }
    if (pathname === '/session' && request.url.searchParams.get('delete') === 'true') {
      const open = this.#sessionOf(request);
      open?.session.close();
      if (open !== undefined) this.#sessions.delete(open.id);
    }
    reply(200, { data: null, code: null, message: null, success: true });
  }

  async #signIn({ body }: FakeRequest, reply: Reply): Promise<void> {
    this.journal.signIns.push(asRecord(body.data));
    const { signInRefusal: refusal } = this;
    if (refusal !== undefined) return this.#refuse(reply, refusal.code, refusal.message);
    const id = randomUUID();
    const open = { id, session: await this.#engine.session(), token: `token-${randomUUID()}` };
    this.#sessions.set(id, open);
    reply(200, { success: true, code: null, message: null, data: this.#tokens(open) });
  }

  #tokens(open: OpenSession): Json {
    return {
      token: open.token,
      sessionToken: open.token,
      masterToken: `master-${open.id}`,
      validityInSeconds: 3600,
      validityInSecondsST: 3600,
      masterValidityInSeconds: 14_400,
      validityInSecondsMT: 14_400,
      sessionId: 1,
      parameters: [{ name: 'TIMEZONE', value: 'UTC' }],
      sessionInfo: {},
    };
  }

  #renew({ headers }: FakeRequest, reply: Reply): void {
    const master = String(headers.authorization ?? '');
    const open = [...this.#sessions.values()].find(({ id }) => master.includes(`master-${id}`));
    if (open === undefined) {
      this.#refuse(reply, '390114', 'The master token has expired.');
      return;
    }
    open.token = `token-${randomUUID()}`;
    reply(200, { success: true, code: null, message: null, data: this.#tokens(open) });
  }

  #sessionOf({ headers }: FakeRequest): OpenSession | undefined {
    const given = String(headers.authorization ?? '');
    return [...this.#sessions.values()].find(({ token }) => given.includes(`"${token}"`));
  }

  #refuse(reply: Reply, code: string, message: string): void {
    const data = { queryId: randomUUID(), errorCode: code, sqlState: '42000' };
    reply(200, { success: false, code, message, data });
  }

  #abort({ body }: FakeRequest, reply: Reply): void {
    const requestId = String(body.requestId);
    this.journal.cancelled.push(requestId);
    this.#running.get(requestId)?.session.interrupt();
    reply(200, { data: null, code: null, message: null, success: true });
  }

  #chunk(path: string, response: ServerResponse): void {
    const text = this.#chunks.get(path);
    // Not as JSON: the driver would parse the bare rows by itself.
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': 'application/octet-stream',
    });
    response.end(text ?? '');
  }

  async #query(request: FakeRequest, reply: Reply, response: ServerResponse): Promise<void> {
    const open = this.#sessionOf(request);
    if (open === undefined) return this.#refuse(reply, '390111', 'The session is gone.');
    const statement = this.#recorded(request, open);
    const fault = this.journal.note(statement);
    if (fault?.kind === 'status') {
      return reply(fault.status, 'busy');
    }
    if (fault?.kind === 'html') return reply(200, '<html>a proxy says hello</html>');
    if (fault?.kind === 'expired') return this.#refuse(reply, '390112', 'The token has expired.');
    if (fault?.kind === 'refuse') return this.#refuse(reply, fault.code, fault.message);
    if (fault?.kind === 'gone') {
      open.session.close();
      this.#sessions.delete(open.id);
      return this.#refuse(reply, '390111', 'The session is gone.');
    }
    if (fault?.kind === 'slow') await wait(fault.milliseconds);
    if (fault?.kind === 'stall') {
      while (!this.journal.cancelled.includes(statement.requestId) && !response.destroyed) {
        await wait(5);
      }
      return this.#refuse(reply, '000604', 'SQL execution canceled');
    }
    const answer = await this.#answer(statement, open);
    if (fault?.kind === 'drop') response.destroy();
    else reply(200, answer);
  }

  #recorded({ url, body }: FakeRequest, open: OpenSession): RecordedStatement {
    return {
      sql: String(body.sqlText),
      binds: readBinds(body),
      parameters: asRecord(body.parameters),
      requestId: url.searchParams.get('requestId') ?? '',
      session: open.id,
      attempt: Number(url.searchParams.get('retryCount') ?? 0),
    };
  }

  /** A request that has run already is answered as it was: nothing runs twice. */
  async #answer({ sql, binds, requestId }: RecordedStatement, open: OpenSession): Promise<Json> {
    const known = this.#done.get(requestId);
    if (known !== undefined) return known;
    this.#running.set(requestId, open);
    let answer: Json;
    try {
      answer = this.#put(sql, open) ?? this.#data(await open.session.run(sql, binds));
    } catch (error) {
      const code = error instanceof FakeSqlError ? error.code : '100038';
      const data = { queryId: randomUUID(), errorCode: code, sqlState: '42000' };
      answer = { success: false, code, message: String(error), data };
    } finally {
      this.#running.delete(requestId);
    }
    this.#done.set(requestId, answer);
    return answer;
  }

  /** PUT is answered with where the driver shall copy the file to. */
  #put(sql: string, { session }: OpenSession): Json | undefined {
    const put = /^\s*put 'file:\/\/([^']+)' (@\S+)/i.exec(sql);
    if (put === null) return undefined;
    const stageInfo = {
      locationType: 'LOCAL_FS',
      location: session.stageFolder(put[2] ?? ''),
      creds: {},
    };
    const data = { command: 'UPLOAD', src_locations: [put[1]], parallel: 1, overwrite: true };
    return {
      success: true,
      data: {
        ...data,
        stageInfo,
        autoCompress: false,
        sourceCompression: 'auto_detect',
        queryId: randomUUID(),
      },
    };
  }

  #withVariant(row: FakeResult['rows'][number], columns: FakeResult['columns']) {
    const { rawVariant } = this;
    if (rawVariant === undefined) return row;
    return row.map((cell, index) => (columns[index]?.type === 'variant' ? rawVariant : cell));
  }

  #data({ columns, rows, statementTypeId }: FakeResult): Json {
    const queryId = randomUUID();
    const size = this.chunkRows;
    const inline = rows.slice(0, size).map((row) => this.#withVariant(row, columns));
    const chunks: Json[] = [];
    for (let from = size; from < rows.length; from += size) {
      const part = rows.slice(from, from + size);
      const path = `/chunks/${queryId}/${chunks.length}`;
      const text = part.map((row) => JSON.stringify(row)).join(',');
      this.#chunks.set(path, text);
      const sizes = { compressedSize: text.length, uncompressedSize: text.length };
      chunks.push({ url: `${this.#url}${path}`, rowCount: part.length, ...sizes });
    }
    return {
      success: true,
      code: null,
      message: null,
      data: {
        queryId,
        statementTypeId,
        rowtype: columns,
        rowset: inline,
        total: rows.length,
        returned: rows.length,
        queryResultFormat: 'json',
        version: 1,
        parameters: [],
        ...(chunks.length === 0 ? {} : { chunks, chunkHeaders: {} }),
      },
    };
  }
}
