import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';

export type Json = Readonly<Record<string, unknown>>;

export function asRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

async function bodyOf(request: IncomingMessage): Promise<Json> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const raw = Buffer.concat(pieces);
  if (raw.length === 0) return {};
  const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
  try {
    return asRecord(JSON.parse(text.toString('utf8')));
  } catch {
    return {};
  }
}

export interface FakeRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Json;
}

export type Reply = (status: number, body: unknown, headers?: Record<string, string>) => void;

export type Handler = (
  request: FakeRequest,
  reply: Reply,
  response: ServerResponse,
) => Promise<void>;

/** Listens on a free loopback port. */
export async function listen(handler: Handler): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const reply: Reply = (status, body, headers = {}) => {
      if (response.destroyed) return;
      const isText = typeof body === 'string';
      response.writeHead(status, {
        'content-type': isText ? 'text/html' : 'application/json',
        ...headers,
      });
      response.end(isText ? body : JSON.stringify(body));
    };
    bodyOf(request)
      .then((body) => {
        const url = new URL(request.url ?? '/', 'http://fake');
        const { method = 'GET', headers } = request;
        return handler({ method, url, headers, body }, reply, response);
      })
      .catch((error: unknown) => reply(400, { success: false, message: String(error) }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}` };
}

export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((done) => server.close(() => done()));
}
