import { orNull } from './again.ts';
import type { Worksheet } from './api.ts';
import { readExtractTime } from './extract-time.ts';
import type { Patience } from './patience.ts';

/** Asking is slow and holds the dashboard up: later than everything else, and seldom. */
const FIRST_AFTER_MS = 1500;
const LEAST_BETWEEN_MS = 60_000;

export interface ExtractDeps {
  readonly page: Window;
  readonly patience: Patience;
  readonly found: (updatedAt: string | null) => void;
}

/** Keeps an eye on the extract: the result is to be called after every reading of the dashboard. */
export function followExtract({ page, patience, found }: ExtractDeps): (sheet: Worksheet) => void {
  let askedAt = Number.NEGATIVE_INFINITY;
  return (sheet) => {
    const now = page.performance.now();
    if (now - askedAt < LEAST_BETWEEN_MS) return;
    askedAt = now;
    page.setTimeout(() => {
      void orNull(readExtractTime(sheet, patience)).then(found);
    }, FIRST_AFTER_MS);
  };
}
