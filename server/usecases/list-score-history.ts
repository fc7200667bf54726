import { asking, noSuchFan, type ReadContext, type ReadDeps } from './read-context.ts';

/** A fan's scores on each published day of the last `days` days of the run's date. */
export async function listScoreHistory(
  { queries }: ReadDeps,
  input: ReadContext & { readonly wonderId: string; readonly days: number },
) {
  const { run, wonderId, days } = input;
  const period = [run.scoreDate, run.scoreDate, days];
  const items = await queries.rows('score_history', {
    ...asking(input),
    binds: [...period, wonderId, ...period, wonderId, ...period],
  });
  if (items.length === 0) throw noSuchFan();
  return { wonder_id: wonderId, items, total: items.length, next_cursor: null };
}
