/** Time, as an argument: models own no clock. */
export interface Timers {
  /** Milliseconds that only ever grow; only differences mean anything. */
  readonly now: () => number;
  /** Runs once after `ms`, unless the returned function is called before. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Runs once, `ms` after the last of a burst of calls. */
export function debounce(timers: Timers, ms: number, run: () => void): Debounced {
  let cancel = (): void => {};
  return {
    call: () => {
      cancel();
      cancel = timers.after(ms, run);
    },
    cancel: () => cancel(),
  };
}

export interface Debounced {
  readonly call: () => void;
  readonly cancel: () => void;
}

/** Runs every `ms` until the returned function is called. */
export function every(timers: Timers, ms: number, run: () => void): () => void {
  let cancel = (): void => {};
  const again = (): void => {
    cancel = timers.after(ms, () => {
      run();
      again();
    });
  };
  again();
  return () => cancel();
}
