import { connect, type Socket } from 'node:net';

const HEADER_END = Buffer.from('\r\n\r\n');
const LENGTH = /content-length: *(\d+)/i;

/** Length of the first whole answer in the bytes, or 0 while it is not whole. */
function answerLength(bytes: Buffer): number {
  const end = bytes.indexOf(HEADER_END);
  if (end < 0) return 0;
  const head = bytes.toString('latin1', 0, end);
  if (!/^HTTP\/1\.1 (200|304)/.test(head)) throw new Error(head.split('\r\n')[0]);
  const length = end + 4 + Number(LENGTH.exec(head)?.[1] ?? 0);
  return bytes.length >= length ? length : 0;
}

/** One connection that asks again as soon as it is answered. */
class Asker {
  answered = 0;
  readonly #socket: Socket;
  readonly #request: string;
  #bytes: Buffer = Buffer.alloc(0);
  #isStopping = false;

  constructor(url: URL, headers: string) {
    this.#request = `GET ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\naccept: application/json\r\n${headers}\r\n`;
    this.#socket = connect(Number(url.port), url.hostname);
    this.#socket.setNoDelay(true);
  }

  /** Rejects with the first answer that is not 200 or 304. */
  run(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.on('error', reject);
      this.#socket.on('close', () => resolve());
      this.#socket.on('data', (chunk: Buffer) => {
        this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
        try {
          const length = answerLength(this.#bytes);
          if (length === 0) return;
          this.#bytes = this.#bytes.subarray(length);
        } catch (error) {
          this.#socket.destroy();
          reject(error);
          return;
        }
        this.answered += 1;
        if (this.#isStopping) this.#socket.end();
        else this.#socket.write(this.#request);
      });
      this.#socket.write(this.#request);
    });
  }

  stop(): void {
    this.#isStopping = true;
  }
}

export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly milliseconds: number;
  /** Header lines, each with its line end. */
  readonly headers?: string;
}

/** Asks one address over some connections for some time; answers how often it was answered. */
export async function load(options: LoadOptions): Promise<number> {
  const url = new URL(options.url);
  const askers = Array.from(
    { length: options.connections },
    () => new Asker(url, options.headers ?? ''),
  );
  const timer = setTimeout(() => {
    for (const asker of askers) asker.stop();
  }, options.milliseconds);
  await Promise.all(askers.map((asker) => asker.run()));
  clearTimeout(timer);
  return askers.reduce((sum, asker) => sum + asker.answered, 0);
}
