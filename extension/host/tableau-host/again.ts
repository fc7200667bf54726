import { HostError } from '../host-error.ts';

const PAUSE_MS = 400;

/** Asks once more after a refusal: while a dashboard computes, reads of it can fail. */
export async function askTwice<T>(page: Window, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'refused') throw error;
    await new Promise<void>((resolve) => {
      page.setTimeout(resolve, PAUSE_MS);
    });
    return ask();
  }
}

/** The answer, or null where there is none. */
export function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null);
}
