import { isWonderError, WonderError } from '../domain/errors.ts';
import type { HttpContext } from './context.ts';

/** A read that ran out of time is late, not cancelled. */
function asTimedOut(error: unknown, signal: AbortSignal): unknown {
  const isCancelled = isWonderError(error) && error.code === 'cancelled';
  if (!signal.aborted || (isWonderError(error) && !isCancelled)) return error;
  return new WonderError('timed_out', {
    detail: 'The warehouse took too long to answer.',
    cause: error,
  });
}

function isUnavailable(error: unknown): boolean {
  return isWonderError(error) && error.code === 'warehouse_unavailable';
}

/** Reads until the deadline: `timed_out` after it. That the warehouse is away is noted for the next request. */
export async function withinDeadline<T>(
  { publications, deadlineMs }: Pick<HttpContext, 'publications' | 'deadlineMs'>,
  read: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    return await read(signal);
  } catch (error) {
    if (isUnavailable(error)) publications.doubt();
    throw asTimedOut(error, signal);
  }
}
