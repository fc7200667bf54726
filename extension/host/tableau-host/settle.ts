const SETTLE_MS = 250;

export interface Settled {
  /** Reads once the burst is over. */
  readonly call: () => void;
  /** Reads now. */
  readonly now: () => Promise<void>;
}

/**
 * One reading for a burst of events: one click of a viewer makes many. Of readings that overlap, the newest
 * alone may say what it found.
 */
export function settle<T>(
  page: Window,
  { read, done }: { readonly read: () => Promise<T>; readonly done: (found: T) => void },
): Settled {
  let timer: number | undefined;
  let newest = 0;
  const now = async (): Promise<void> => {
    page.clearTimeout(timer);
    newest += 1;
    const mine = newest;
    const found = await read();
    if (mine === newest) done(found);
  };
  return {
    now,
    call: () => {
      page.clearTimeout(timer);
      timer = page.setTimeout(() => void now(), SETTLE_MS);
    },
  };
}
