import { HostError, type HostErrorCode } from '../host-error.ts';

/**
 * Asks the host and waits for a while only: a frame whose host never answers stays pending for ever. Rejects
 * with HostError, also for what the library throws at once.
 */
export type Patience = <T>(
  what: string,
  ask: () => Promise<T>,
  options?: PatienceOptions,
) => Promise<T>;

export interface PatienceOptions {
  readonly ms?: number;
  /** What a refusal is called. */
  readonly code?: HostErrorCode;
}

export const CALL_MS = 10_000;

export function createPatience(page: Window): Patience {
  return (what, ask, { ms = CALL_MS, code = 'refused' } = {}) =>
    new Promise((resolve, reject) => {
      const late = page.setTimeout(
        () => reject(new HostError('too_slow', `${what}: no answer`)),
        ms,
      );
      const settle = (end: () => void): void => {
        page.clearTimeout(late);
        end();
      };
      const refuse = (error: unknown): void =>
        settle(() => {
          // The library rejects with an error, and outside Tableau with a text.
          reject(
            error instanceof HostError ? error : new HostError(code, `${what}: refused`, error),
          );
        });
      try {
        ask().then((value) => settle(() => resolve(value)), refuse);
      } catch (error) {
        refuse(error);
      }
    });
}
