import { addDays } from '../domain/run.ts';
import { findRunNear } from './find-published-run.ts';
import type { PublishedRun } from './published-run.ts';
import type { ReadContext, ReadDeps } from './read-context.ts';

/** Far enough back for any history that is kept. */
const ANY_TIME = 36_500;

/** The published run of the nearest earlier day; undefined for the first. */
export async function findPreviousRun(
  { queries }: ReadDeps,
  { run, signal }: Pick<ReadContext, 'run' | 'signal'>,
): Promise<PublishedRun | undefined> {
  return await findRunNear(
    { queries },
    {
      date: addDays(run.scoreDate, -1),
      within: ANY_TIME,
      ...(signal === undefined ? {} : { signal }),
    },
  );
}
