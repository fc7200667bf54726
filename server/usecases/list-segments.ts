import { SEGMENTS, segmentLabel } from '../domain/segments.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import { findPreviousRun } from './find-previous-run.ts';
import type { PublishedRun } from './published-run.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';

async function sizesIn({ queries }: ReadDeps, input: ReadContext) {
  const { run } = input;
  const rows = await queries.rows('segment_sizes', {
    ...asking(input),
    binds: [run.runId, run.scoreDate],
  });
  return new Map(rows.map((row) => [textOf(row, 'segment'), numberOf(row, 'fans')]));
}

async function countFans({ queries }: ReadDeps, input: ReadContext): Promise<number> {
  const { run } = input;
  const [row] = await queries.rows('population_size', {
    ...asking(input),
    binds: [run.runId, run.scoreDate],
  });
  return row === undefined ? 0 : numberOf(row, 'fans');
}

/** The seven segments with exact counts, shares of the fans in scope, and change since the run before. */
export async function listSegments(deps: ReadDeps, input: ReadContext) {
  const previous: PublishedRun | undefined = await findPreviousRun(deps, input);
  const [now, fans, before] = await Promise.all([
    sizesIn(deps, input),
    countFans(deps, input),
    previous === undefined ? undefined : sizesIn(deps, { ...input, run: previous }),
  ]);
  const items = SEGMENTS.map((segment) => {
    const size = now.get(segment) ?? 0;
    return {
      segment,
      label: segmentLabel(segment),
      fans: size,
      share: fans === 0 ? 0 : Math.round((size / fans) * 1e6) / 1e6,
      change: before === undefined ? null : size - (before.get(segment) ?? 0),
    };
  });
  return {
    items,
    total: items.length,
    next_cursor: null,
    fans,
    previous_score_date: previous?.scoreDate ?? null,
  };
}
