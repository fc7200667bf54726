import { isSignInRefused } from '../adapters/warehouse/snowflake-sign-in-refusals.ts';
import { isWonderError } from '../domain/errors.ts';
import type { Logger } from '../ports/logger.ts';
import type { Sleeper } from '../ports/sleeper.ts';

const AGAIN_MS = 10_000;

interface Parts {
  readonly logger: Logger;
  readonly sleeper: Sleeper;
  /** Ends the trying. */
  readonly signal: AbortSignal;
}

function isAway(error: unknown): boolean {
  const isUnavailable = isWonderError(error) && error.code === 'warehouse_unavailable';
  return isUnavailable && !isSignInRefused(error);
}

/**
 * Does the work now; where the warehouse is away, or has no disk to write to, the service may start all the same, and
 * the work is done as soon as it is back. Rejects where trying again would not help.
 */
export async function whenReachable(work: () => Promise<void>, parts: Parts): Promise<void> {
  const { logger, sleeper, signal } = parts;
  try {
    await work();
  } catch (error) {
    if (!isAway(error)) throw error;
    logger.warn('the warehouse takes nothing; what waits for it is done when it does', {
      because: String(error),
    });
    void sleeper
      .sleep(AGAIN_MS, signal)
      .then(() => whenReachable(work, parts))
      .catch((refusal: unknown) => {
        if (signal.aborted) return;
        logger.error('what waited for the warehouse was not done', {}, refusal);
      });
  }
}
