import { WonderError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Publication } from '../usecases/find-publication.ts';

export interface PublicationsOptions {
  readonly find: (signal: AbortSignal) => Promise<Publication>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long an answer of the warehouse is taken as current. */
  readonly maxAgeMs: number;
}

/** How long a request waits for a newer answer when it has an older one to go on with. */
const PATIENCE_MS = 100;
const DEADLINE_MS = 5000;
/** While the warehouse is down, one request in this time tries whether it is back. */
const PROBE_MS = 2000;

/** What is published, known without asking the warehouse for every request; also knows when that is down. */
export class Publications {
  readonly #options: PublicationsOptions;
  #known: Publication | undefined;
  #readAt = Number.NEGATIVE_INFINITY;
  #failedAt: number | undefined;
  #asking: Promise<Publication> | undefined;
  /** What is known is surely old, not only perhaps. */
  #isOutdated = false;
  #generation = 0;

  constructor(options: PublicationsOptions) {
    this.#options = options;
  }

  /** True since the last question to the warehouse failed. */
  get isDown(): boolean {
    return this.#failedAt !== undefined;
  }

  /** The version to look up cached answers by, or undefined where the warehouse must be asked first. */
  freshVersion(now: number): string | undefined {
    return this.#known !== undefined && this.#isFresh(now) ? this.#known.version : undefined;
  }

  /** What is published. Rejects with `warehouse_unavailable` where that was never known and cannot be. */
  async current(): Promise<Publication> {
    const now = this.#options.clock.now();
    const known = this.#known;
    if (known === undefined) {
      if (this.#isResting(now)) throw this.#unavailable();
      return await this.#ask();
    }
    if (this.#isFresh(now) || this.#isResting(now)) return known;
    const asked = this.#ask().catch(() => known);
    if (this.#isOutdated) return await asked;
    const timer = new Promise<Publication>((resolve) => {
      // In a Worker a timer is a number, and there is nothing to keep alive.
      setTimeout(() => resolve(known), PATIENCE_MS).unref?.();
    });
    return await Promise.race([asked, timer]);
  }

  /** A run was published in this process: whoever asks next waits for the new state. */
  invalidate(): void {
    this.#isOutdated = true;
    this.#generation += 1;
    this.#asking = undefined;
    this.doubt();
  }

  /** A read failed because the warehouse did not answer: it is looked after before it is trusted again. */
  doubt(): void {
    this.#readAt = Number.NEGATIVE_INFINITY;
  }

  #isFresh(now: number): boolean {
    const age = now - this.#readAt;
    return this.#failedAt === undefined && age >= 0 && age < this.#options.maxAgeMs;
  }

  #isResting(now: number): boolean {
    return this.#failedAt !== undefined && Math.abs(now - this.#failedAt) < PROBE_MS;
  }

  #unavailable(cause?: unknown): WonderError {
    return new WonderError('warehouse_unavailable', {
      detail: 'The warehouse cannot be reached.',
      retryAfter: Math.ceil(PROBE_MS / 1000),
      cause,
    });
  }

  #ask(): Promise<Publication> {
    if (this.#asking !== undefined) return this.#asking;
    const asking = this.#read().finally(() => {
      if (this.#asking === asking) this.#asking = undefined;
    });
    this.#asking = asking;
    return asking;
  }

  async #read(): Promise<Publication> {
    const { find, clock, logger } = this.#options;
    const generation = this.#generation;
    try {
      const found = await find(AbortSignal.timeout(DEADLINE_MS));
      if (this.#failedAt !== undefined) logger.info('the warehouse answers again');
      this.#failedAt = undefined;
      if (generation !== this.#generation) return found;
      this.#readAt = clock.now();
      this.#known = found;
      this.#isOutdated = false;
      return found;
    } catch (error) {
      if (this.#failedAt === undefined) logger.error('the warehouse does not answer', {}, error);
      this.#failedAt = clock.now();
      throw this.#unavailable(error);
    }
  }
}
