import { createServer, type IncomingMessage, type Server } from 'node:http';

/** What the double answers to one request. */
export interface DoubleReply {
  readonly status?: number;
  readonly json?: unknown;
  /** Sent as it is, as XML or HTML or whatever it is. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** No answer at all, until the client gives up. */
  readonly hangs?: true;
}

export interface DoubleCall {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: string | undefined;
  readonly body: string;
}

interface Rule {
  readonly pattern: RegExp;
  /** One after another; the last one stays. */
  readonly replies: DoubleReply[];
}

const SITE_ID = '9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * A REST API of a Tableau site on loopback, in the documented shapes. What a test does not script is answered as a
 * site without trouble would: a sign-in with a new token each, refreshes that are taken, jobs that have succeeded.
 */
export class TableauDouble {
  readonly calls: DoubleCall[] = [];
  readonly #server: Server;
  readonly #rules: Rule[] = [];
  #url = '';
  #tokens = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const url = new URL(request.url ?? '/', this.#url);
        const token = request.headers['x-tableau-auth'];
        const call: DoubleCall = {
          method: request.method ?? 'GET',
          path: url.pathname,
          query: url.searchParams,
          token: typeof token === 'string' ? token : undefined,
          body,
        };
        this.calls.push(call);
        const { status = 200, json, text, headers = {}, hangs } = this.#replyTo(call);
        if (hangs === true) return;
        const type = json === undefined ? 'application/xml' : 'application/json';
        response.writeHead(status, { 'content-type': type, ...headers });
        response.end(json === undefined ? (text ?? '') : JSON.stringify(json));
      });
    });
  }

  get url(): string {
    return this.#url;
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    this.#url = `http://127.0.0.1:${port}`;
    return this;
  }

  /** What is answered to requests whose "METHOD path" matches, from here on. */
  on(pattern: RegExp, ...replies: DoubleReply[]): this {
    this.#rules.unshift({ pattern, replies });
    return this;
  }

  /** Requests so far whose "METHOD path" matches. */
  asked(pattern: RegExp): DoubleCall[] {
    return this.calls.filter(({ method, path }) => pattern.test(`${method} ${path}`));
  }

  /** Without scripts and calls, as new. */
  reset(): void {
    this.#rules.length = 0;
    this.calls.length = 0;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #replyTo({ method, path }: DoubleCall): DoubleReply {
    const asked = `${method} ${path}`;
    const rule = this.#rules.find(({ pattern }) => pattern.test(asked));
    if (rule !== undefined) {
      const [reply = {}] = rule.replies.length > 1 ? rule.replies.splice(0, 1) : rule.replies;
      return reply;
    }
    if (/^GET \/api\/2\.4\/serverinfo$/.test(asked)) {
      return {
        json: { serverInfo: { productVersion: { value: '2025.1.0' }, restApiVersion: '3.25' } },
      };
    }
    if (/^POST .*\/auth\/signin$/.test(asked)) {
      this.#tokens += 1;
      const site = { id: SITE_ID, contentUrl: '' };
      return { json: { credentials: { site, user: { id: 'u' }, token: `token-${this.#tokens}` } } };
    }
    const refresh = /^POST .*\/(datasource|workbook)s\/([^/]+)\/refresh$/.exec(asked);
    if (refresh !== null) {
      return {
        status: 202,
        json: { job: { id: `job-${refresh[2]}`, mode: 'Asynchronous', type: 'RefreshExtract' } },
      };
    }
    const job = /^GET .*\/jobs\/([^/]+)$/.exec(asked);
    if (job !== null) return { json: finishedJob(job[1] ?? '', 0) };
    return { status: 404, json: siteError('404000') };
  }
}

/** A job that is over, with a finish code. */
export function finishedJob(id: string, finishCode: number, notes?: string): unknown {
  return {
    job: {
      id,
      mode: 'Asynchronous',
      type: 'RefreshExtract',
      progress: '100',
      createdAt: '2025-03-02T08:01:00Z',
      startedAt: '2025-03-02T08:01:05Z',
      completedAt: '2025-03-02T08:03:00Z',
      finishCode: String(finishCode),
      extractRefreshJob: notes === undefined ? {} : { notes },
    },
  };
}

/** An error of the site. Its words are in the site's language, so only the code can be relied on. */
export function siteError(code: string, detail = 'Es ist ein Fehler aufgetreten.'): unknown {
  return { error: { summary: 'Fehler', detail, code } };
}
