import type { Connection } from 'snowflake-sdk';
import { WonderError } from '../../domain/errors.ts';

/** A session that has rested longer is not worth the doubt whether the server still knows it. */
const IDLE_MS = 10 * 60_000;
/** Closing is a courtesy to the server: it is not waited for longer. */
const CLOSE_MS = 2000;

function cancelled(): WonderError {
  return new WonderError('cancelled', { detail: 'The statement was cancelled.' });
}

interface Resting {
  readonly connection: Connection;
  readonly timer: NodeJS.Timeout;
}

export interface PoolOptions {
  readonly connect: () => Promise<Connection>;
  /** Sessions at once. */
  readonly size: number;
}

/** A bounded number of sessions, opened when they are needed. Whoever finds none free waits for one. */
export class SnowflakePool {
  readonly #options: PoolOptions;
  readonly #idle: Resting[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #ending = new Set<Promise<void>>();
  #taken = 0;
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Rejects with `cancelled` while waiting for a place or for signing in, else as signing in does. */
  async take(signal?: AbortSignal): Promise<Connection> {
    await this.#enter(signal);
    return this.#rested() ?? (await this.#connect(signal));
  }

  /** Gives a session back; one that is `spent` is closed and not used again. */
  give(connection: Connection, { spent }: { readonly spent: boolean }): void {
    if (spent || this.#isClosed || !connection.isUp()) this.#end(connection);
    else this.#rest(connection);
    this.#leave();
  }

  /** Closes what rests and waits for what is closing; sessions still in use are closed when they come back. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { connection, timer } of this.#idle.splice(0)) {
      clearTimeout(timer);
      this.#end(connection);
    }
    await Promise.all(this.#ending);
  }

  #end(connection: Connection): void {
    const ending = new Promise<void>((done) => {
      const late = setTimeout(done, CLOSE_MS);
      connection.destroy(() => {
        clearTimeout(late);
        done();
      });
    });
    this.#ending.add(ending);
    void ending.then(() => this.#ending.delete(ending));
  }

  #rest(connection: Connection): void {
    const timer = setTimeout(() => {
      this.#idle.splice(this.#idle.indexOf(resting), 1);
      this.#end(connection);
    }, IDLE_MS);
    timer.unref();
    const resting = { connection, timer };
    this.#idle.push(resting);
  }

  #rested(): Connection | undefined {
    for (let rest = this.#idle.pop(); rest !== undefined; rest = this.#idle.pop()) {
      clearTimeout(rest.timer);
      if (rest.connection.isUp()) return rest.connection;
      this.#end(rest.connection);
    }
    return undefined;
  }

  /** Signing in goes on for the next one where whoever asked has given up: it keeps its place until it ends. */
  async #connect(signal: AbortSignal | undefined): Promise<Connection> {
    const connecting = this.#options.connect();
    return await new Promise<Connection>((resolve, reject) => {
      let hasGivenUp = signal?.aborted === true;
      const giveUp = () => {
        hasGivenUp = true;
        reject(cancelled());
      };
      if (hasGivenUp) giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      connecting
        .then(
          (connection) => {
            if (hasGivenUp) this.give(connection, { spent: false });
            else resolve(connection);
          },
          (error: unknown) => {
            this.#leave();
            reject(error);
          },
        )
        .finally(() => signal?.removeEventListener('abort', giveUp));
    });
  }

  async #enter(signal: AbortSignal | undefined): Promise<void> {
    if (this.#taken < this.#options.size) {
      this.#taken += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(cancelled());
      };
      this.#waiting.push(enter);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  /** Hands the place to the next who waits, if there is one. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken -= 1;
    else next();
  }
}
