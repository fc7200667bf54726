import { encodeCursor } from '../domain/cursor.ts';
import { WonderError } from '../domain/errors.ts';
import type { Segment } from '../domain/segments.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import { askedFilters } from './asked-filters.ts';
import { findPreviousRun } from './find-previous-run.ts';
import { findRunOf } from './find-published-run.ts';
import { filterKey } from './list-fans.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';
import { haveSameRiskSource } from './same-risk-source.ts';
import type { CohortFilter } from './summarise-cohort.ts';

export interface MoversPage {
  readonly segment: Segment;
  /** Day of the earlier run; undefined: the run before. */
  readonly since?: string | undefined;
  /** Who counts, on each of the two days. */
  readonly filter?: CohortFilter;
  readonly limit: number;
  /** Movement and wonder_id of the last row of the page before. */
  readonly after?: readonly [string, string] | undefined;
}

/** What a cursor of movers belongs to. */
export function moversKey(page: Pick<MoversPage, 'segment' | 'since' | 'filter'>): string {
  return `movers ${page.segment} ${page.since ?? ''} ${filterKey(page.filter ?? {})}`;
}

async function findSince(deps: ReadDeps, input: ReadContext & MoversPage) {
  const { since, run, signal } = input;
  const options = signal === undefined ? {} : { signal };
  if (since === undefined) {
    const previous = await findPreviousRun(deps, { run, ...options });
    if (previous !== undefined) return previous;
    throw new WonderError('no_scores', {
      detail: `No scores are published for a day before ${run.scoreDate}.`,
    });
  }
  if (since >= run.scoreDate) {
    throw new WonderError('invalid_value', {
      detail: 'The day to count from must be before the day of the scores.',
      problems: [{ field: 'since', message: 'is too late', allowed: `before ${run.scoreDate}` }],
    });
  }
  return await findRunOf(deps, { date: since, ...options });
}

/** Who entered and left a segment between two runs: before + entered - left = now. */
export async function listSegmentMovers(deps: ReadDeps, input: ReadContext & MoversPage) {
  const { run, segment, limit, after, filter = {} } = input;
  const { asked, vars } = askedFilters(filter);
  const since = await findSince(deps, input);
  const rows = await deps.queries.rows('segment_movers', {
    ...asking(input),
    vars,
    binds: [
      ...asked,
      segment,
      ...(after ?? [null, null]),
      since.runId,
      since.scoreDate,
      run.runId,
      run.scoreDate,
      run.runId,
      run.scoreDate,
      limit + 1,
    ],
  });
  const counts = rows[0] ?? {};
  const items = rows.filter((row) => row.wonder_id !== null).slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  const entered = numberOf(counts, 'entered_fans');
  const left = numberOf(counts, 'left_fans');
  return {
    segment,
    since: { score_date: since.scoreDate, run_id: since.runId },
    before: numberOf(counts, 'before_fans'),
    entered,
    left,
    now: numberOf(counts, 'now_fans'),
    items,
    total: entered + left,
    comparable: segment !== 'at_risk' || (await haveSameRiskSource(deps, input, since)),
    next_cursor: more
      ? encodeCursor({
          runId: run.runId,
          sort: 'movement',
          filter: moversKey(input),
          last: [textOf(last, 'movement'), textOf(last, 'wonder_id')],
        })
      : null,
  };
}
