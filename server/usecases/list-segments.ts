import { addDays } from '../domain/run.ts';
import { segmentRule } from '../domain/segment-rules.ts';
import { SEGMENTS, type Segment, segmentLabel } from '../domain/segments.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import { findPreviousRun } from './find-previous-run.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';
import { haveSameRiskSource } from './same-risk-source.ts';
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
  const { sport, affiliation, loyalty_tier, tier } = filter;
  const asked = [sport, affiliation, loyalty_tier, tier].map((value) => value ?? null);
  const period = [run.scoreDate, since];
  const rows = await queries.rows('segment_history', {
    ...asking(input),
    vars: { narrowed: String(asked.some((value) => value !== null)) },
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

/** The seven segments with exact counts, shares of the fans who meet the filters, change since the run before. */
export async function listSegments(deps: ReadDeps, input: SegmentsQuestion) {
  const { run, days } = input;
  const previous = await findPreviousRun(deps, input);
  const isSameRisk = previous === undefined || (await haveSameRiskSource(deps, input, previous));
  const from = addDays(run.scoreDate, -(days ?? 0));
  const since = previous !== undefined && previous.scoreDate < from ? previous.scoreDate : from;
  const byDay = await sizesByDay(deps, { ...input, since });
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
      share: fans === 0 ? 0 : Math.round((size / fans) * 1e6) / 1e6,
      change:
        previous === undefined || (segment === 'at_risk' && !isSameRisk)
          ? null
          : size - sizeOn(previous.scoreDate, segment),
      history:
        days === undefined
          ? []
          : byDay
              .filter((day) => day.score_date >= from)
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
