import { addDays } from '../domain/run.ts';
import { segmentRule } from '../domain/segment-rules.ts';
import { SEGMENTS, type Segment, segmentLabel } from '../domain/segments.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import { askedFilters } from './asked-filters.ts';
import { findPreviousRun } from './find-previous-run.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';
import type { CohortFilter } from './summarise-cohort.ts';

export interface SegmentsQuestion extends ReadContext {
  readonly filter?: CohortFilter;
  /** Days of history before the run's; undefined: none. */
  readonly days?: number | undefined;
}

/** Sizes of one published day, by segment; `everyone` counts all fans. */
interface SizesOfDay {
  readonly score_date: string;
  readonly fans: ReadonlyMap<string, number>;
}

async function sizesByDay(
  { queries }: ReadDeps,
  input: SegmentsQuestion & { readonly since: string },
): Promise<readonly SizesOfDay[]> {
  const { run, filter = {}, since } = input;
  const { asked, vars } = askedFilters(filter);
  const period = [run.scoreDate, since];
  const rows = await queries.rows('segment_history', {
    ...asking(input),
    vars,
    binds: [...asked, run.runId, ...period, ...period, ...period],
  });
  const days = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const date = textOf(row, 'score_date');
    const sizes = days.get(date) ?? new Map<string, number>();
    days.set(date, sizes.set(textOf(row, 'segment'), numberOf(row, 'fans')));
  }
  return [...days].map(([score_date, fans]) => ({ score_date, fans }));
}

/**
 * Whether a day's risk was judged as the run's was, by a model or by the rule: else its count of fans at risk
 * would say something about the judging and nothing about the fans.
 */
async function sameRisk(
  { queries }: ReadDeps,
  input: SegmentsQuestion & { readonly since: string },
): Promise<(date: string) => boolean> {
  const { run, since } = input;
  const binds = [run.runId, since, run.scoreDate];
  const rows = await queries.rows('days_by_model', { ...asking(input), binds });
  const byModel = new Set(rows.map((row) => textOf(row, 'score_date')));
  const isByModel = byModel.has(run.scoreDate);
  return (date) => byModel.has(date) === isByModel;
}

/** Who may list fans may count them; a figure about a group is for groups that are large enough. */
function shareOf(size: number, { fans, minimum }: { fans: number; minimum: number }) {
  if (fans === 0) return 0;
  return fans < minimum ? null : Math.round((size / fans) * 1e6) / 1e6;
}

/** The seven segments with exact counts, shares of the fans who meet the filters, change since the run before. */
export async function listSegments(deps: ReadDeps, input: SegmentsQuestion) {
  const { run, days } = input;
  const previous = await findPreviousRun(deps, input);
  const from = addDays(run.scoreDate, -(days ?? 0));
  const since = previous !== undefined && previous.scoreDate < from ? previous.scoreDate : from;
  const [byDay, isSameRisk] = await Promise.all([
    sizesByDay(deps, { ...input, since }),
    sameRisk(deps, { ...input, since }),
  ]);
  const isComparable = (segment: Segment, date: string): boolean =>
    segment !== 'at_risk' || isSameRisk(date);
  const sizeOn = (date: string | undefined, segment: Segment | 'everyone'): number =>
    byDay.find((day) => day.score_date === date)?.fans.get(segment) ?? 0;
  const fans = sizeOn(run.scoreDate, 'everyone');
  const items = SEGMENTS.map((segment) => {
    const size = sizeOn(run.scoreDate, segment);
    return {
      segment,
      label: segmentLabel(segment),
      rule: segmentRule(segment, (name) => deps.rules('segments', name)),
      fans: size,
      share: shareOf(size, { fans, minimum: deps.minimumGroup }),
      change:
        previous === undefined || !isComparable(segment, previous.scoreDate)
          ? null
          : size - sizeOn(previous.scoreDate, segment),
      history:
        days === undefined
          ? []
          : byDay
              .filter((day) => day.score_date >= from && isComparable(segment, day.score_date))
              .map((day) => ({
                score_date: day.score_date,
                fans: day.fans.get(segment) ?? 0,
              })),
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
