import { parseSegment, SEGMENTS } from '../domain/segments.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import { asking, noSuchFan, type ReadContext, type ReadDeps, topPercent } from './read-context.ts';

/** Who a fan is, where that may be shown, and how they stand. */
export async function getFan(
  { queries }: ReadDeps,
  input: ReadContext & { readonly wonderId: string },
) {
  const { run, wonderId } = input;
  const fan = [run.runId, run.scoreDate, wonderId];
  const [[row], memberships] = await Promise.all([
    queries.rows('fan_profile', { ...asking(input), binds: [...fan, ...fan] }),
    queries.rows('fan_segments', { ...asking(input), binds: fan }),
  ]);
  if (row === undefined) throw noSuchFan();
  const own = new Set(memberships.map((each) => parseSegment(textOf(each, 'segment'))));
  return {
    ...row,
    top_percent: topPercent(numberOf(row, 'percentile_rank')),
    segments: SEGMENTS.filter((segment) => own.has(segment)),
  };
}
