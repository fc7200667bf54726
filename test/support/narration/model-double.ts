import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What the double does with a request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export interface ModelDouble {
  readonly url: string;
  /** Bodies of all requests, as they came in. */
  readonly requests: string[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** An answer of the chat completions protocol. */
export function answering(content: string, finish = 'stop'): Behaviour {
  return json(200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'double',
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
  });
}

/** Any answer at all. */
export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Behaviour {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** A server that speaks the protocol of a writing model, says what it is told to, and remembers what it was sent. */
export async function openModelDouble(): Promise<ModelDouble> {
  const requests: string[] = [];
  let behaviour: Behaviour = answering('');
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    requests.push(Buffer.concat(pieces).toString('utf8'));
    behaviour(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    behave: (next) => {
      behaviour = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
