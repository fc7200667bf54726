import { WonderError } from '../domain/errors.ts';
import { findRunOf } from '../usecases/find-published-run.ts';
import type { PublishedRun } from '../usecases/published-run.ts';
import type { HttpContext } from './context.ts';

/** The run to read: of the day asked for, else the latest. Rejects with `no_scores` where there is none. */
export async function askedRun(
  { publications, reads }: Pick<HttpContext, 'publications' | 'reads'>,
  { date, signal }: { readonly date: string | undefined; readonly signal: AbortSignal },
): Promise<PublishedRun> {
  const { latest } = await publications.current();
  if (date !== undefined && date !== latest?.scoreDate) {
    return await findRunOf(reads, { date, signal });
  }
  if (latest !== undefined) return latest;
  throw new WonderError('no_scores', { detail: 'No scores are published yet.' });
}
