import { sumPoints } from '../domain/allot.ts';
import { addDays } from '../domain/run.ts';
import { type Cell, type CellFilter, hiddenGroups, isSuppressed } from '../domain/suppression.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { numberOf, numberOrNull, type Values } from '../domain/values.ts';
import { findComparisonRun } from './explain-score-change.ts';
import type { FanFilter } from './list-fans.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';

export type CohortFilter = Pick<FanFilter, 'sport' | 'affiliation' | 'loyalty_tier' | 'tier'>;

const HISTORY_DAYS = 60;
const AVERAGES = [
  'wonder_score',
  'engagement_score',
  'loyalty_score',
  'value_score',
  'sentiment_score',
  'advocacy_score',
] as const;

const DIMENSIONS = ['primary_sport', 'primary_affiliation', 'loyalty_tier', 'wonder_score_tier'];

type Averages = Record<(typeof AVERAGES)[number], number | null>;

function averagesOf(read: (name: (typeof AVERAGES)[number]) => number | null): Averages {
  return {
    wonder_score: read('wonder_score'),
    engagement_score: read('engagement_score'),
    loyalty_score: read('loyalty_score'),
    value_score: read('value_score'),
    sentiment_score: read('sentiment_score'),
    advocacy_score: read('advocacy_score'),
  };
}

async function cellsOf({ queries }: ReadDeps, input: ReadContext): Promise<Cell[]> {
  const rows = await queries.rows('cohort_cells', {
    ...asking(input),
    binds: [input.run.runId, input.run.scoreDate],
  });
  return rows.map((row) => ({
    values: DIMENSIONS.map((name) => textOrNull(row, name)),
    fans: numberOf(row, 'fans'),
  }));
}

/** What the filter controls offer, with counts where the group is not too small. */
export async function listFilters(deps: ReadDeps, input: ReadContext) {
  const cells = await cellsOf(deps, input);
  const options = (dimension: number) => {
    const sizes = new Map<string | null, number>();
    for (const { values, fans } of cells) {
      const value = values[dimension] ?? null;
      sizes.set(value, (sizes.get(value) ?? 0) + fans);
    }
    const hidden = hiddenGroups([...sizes.values()], deps.minimumGroup);
    return [...sizes]
      .map(([value, fans], index) => ({ value, fans: hidden[index] ? null : fans }))
      .flatMap(({ value, fans }) => (value === null ? [] : [{ value, fans }]))
      .sort((a, b) => (a.value < b.value ? -1 : 1));
  };
  return {
    sports: options(0),
    affiliations: options(1),
    loyalty_tiers: options(2),
    tiers: options(3),
  };
}

interface CohortInput extends ReadContext {
  readonly filter: CohortFilter;
}

/** Whether a group is too small to be averaged, or leaves too few others. */
export async function isCohortHidden(deps: ReadDeps, input: CohortInput): Promise<boolean> {
  const { sport, affiliation, loyalty_tier, tier } = input.filter;
  const filter: CellFilter = [sport, affiliation, loyalty_tier, tier];
  return isSuppressed(await cellsOf(deps, input), { filter, minimum: deps.minimumGroup });
}

const EXTENDED = [
  ['hospitality_experience_score', 'hospitality_fans'],
  ['digital_affinity_score', 'digital_fans'],
  ['revenue_efficiency_score', 'efficiency_fans'],
  ['median_ltv', 'ltv_fans'],
] as const;

/** Averages over a part of the group: null where that part, or what is left of the group, is small. */
function extendedOf(row: Values, minimum: number): Values {
  const all = numberOf(row, 'fans');
  const shows = (part: number) => part >= minimum && (all - part === 0 || all - part >= minimum);
  const entries = EXTENDED.flatMap(([score, count]) => {
    const part = numberOf(row, count);
    const shown = shows(part);
    return [
      [score, shown ? numberOrNull(row, score) : null],
      [count, shown || part === 0 ? part : null],
    ];
  });
  const risky = numberOf(row, 'high_risk_fans');
  const riskShown = risky === 0 || shows(risky);
  return {
    ...Object.fromEntries(entries),
    high_risk_fans: riskShown ? risky : null,
    high_risk_share: riskShown && all > 0 ? Math.round((risky / all) * 1e6) / 1e6 : null,
  };
}

function nothing(
  deps: ReadDeps,
  { fans, suppressed }: { fans: number | null; suppressed: boolean },
) {
  return {
    fans,
    suppressed,
    minimum: deps.minimumGroup,
    ...averagesOf(() => null),
    coverage: null,
    hospitality_experience_score: null,
    hospitality_fans: fans,
    digital_affinity_score: null,
    digital_fans: fans,
    revenue_efficiency_score: null,
    efficiency_fans: fans,
    high_risk_share: null,
    high_risk_fans: fans,
    median_ltv: null,
    ltv_fans: fans,
    change: null,
    history: [],
  };
}

const MET = ['of_sport', 'of_affiliation', 'of_loyalty_tier', 'of_tier'];

/** The days on which the group may be shown: it, and what any part of its filter leaves out, is large enough. */
async function averagesByDay(
  { queries, minimumGroup: minimum }: ReadDeps,
  input: CohortInput & { readonly asked: (string | null)[] },
) {
  const { run, asked } = input;
  const period = [run.scoreDate, addDays(run.scoreDate, -HISTORY_DAYS)];
  const rows = await queries.rows('cohort_averages', {
    ...asking(input),
    binds: [...asked, ...period, ...period],
  });
  const cells = new Map<string, Cell[]>();
  for (const row of rows) {
    const runId = textOf(row, 'run_id');
    const values = MET.map((name) => String(numberOf(row, name)));
    cells.set(runId, [...(cells.get(runId) ?? []), { values, fans: numberOf(row, 'fans') }]);
  }
  const filter: CellFilter = asked.map((value) => (value === null ? undefined : '1'));
  return rows
    .filter((row) => MET.every((name) => row[name] === 1))
    .filter((row) => !isSuppressed(cells.get(textOf(row, 'run_id')) ?? [], { filter, minimum }));
}

function changeBetween(now: Values, before: Values | undefined) {
  if (before === undefined) return null;
  return {
    since: textOf(before, 'score_date'),
    ...averagesOf((name) => {
      const [to, from] = [numberOrNull(now, name), numberOrNull(before, name)];
      return to === null || from === null ? null : sumPoints([to, -from]);
    }),
  };
}

/** The averages of the fans in scope that match a filter, now, against 28 days before, and by day. */
export async function summariseCohort(deps: ReadDeps, input: CohortInput) {
  const { filter, run } = input;
  const wanted = [filter.sport, filter.affiliation, filter.loyalty_tier, filter.tier];
  if (await isCohortHidden(deps, input)) {
    return nothing(deps, { fans: null, suppressed: true });
  }
  const asked = wanted.map((value) => value ?? null);
  const [days, [extended], comparison] = await Promise.all([
    averagesByDay(deps, { ...input, asked }),
    deps.queries.rows('cohort_extended', {
      ...asking(input),
      binds: [...asked, run.runId, run.scoreDate, run.runId, run.scoreDate],
    }),
    findComparisonRun(deps, input),
  ]);
  const now = days.find((day) => day.run_id === run.runId);
  if (now === undefined || extended === undefined) {
    return nothing(deps, { fans: 0, suppressed: false });
  }
  return {
    fans: numberOf(now, 'fans'),
    suppressed: false,
    minimum: deps.minimumGroup,
    ...averagesOf((name) => numberOrNull(now, name)),
    coverage: numberOrNull(now, 'coverage'),
    ...extendedOf(extended, deps.minimumGroup),
    change: changeBetween(
      now,
      days.find((day) => day.run_id === comparison?.runId),
    ),
    history: days.map((day) => ({
      score_date: textOf(day, 'score_date'),
      wonder_score: numberOrNull(day, 'wonder_score'),
      fans: numberOf(day, 'fans'),
    })),
  };
}
