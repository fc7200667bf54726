/** The only way to wait for a while. */
export interface Sleeper {
  /** Resolves after at least so many milliseconds; rejects with `cancelled` as soon as the signal says so. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
