import { metricLabel } from '../department-figures.ts';
import type { Department } from '../departments.ts';
import { metricWords } from './metric-words.ts';
import { formerFact, type Stated, type StatedFact, stateFact } from './stated-fact.ts';

/** A figure over all fans of a department. */
export interface KpiFigure {
  readonly metric: string;
  readonly label: string;
  /** Null: no data, or too few fans to be shown. */
  readonly value: number | null;
  /** Null without an earlier run, or where either end may not be shown. */
  readonly change: number | null;
}

/** The same metric of one group. */
export interface GroupFigure {
  readonly metric: string;
  readonly label: string;
  readonly dimension_value: string | null;
  readonly value: number | null;
}

/** What is known about a department, small groups already hidden. */
export interface DepartmentFigures {
  readonly department: Department;
  readonly kpis: readonly KpiFigure[];
  readonly breakdown: readonly GroupFigure[];
  /** Days up to the run that changes are counted from; null without one. */
  readonly periodDays: number | null;
}

/** By which metric the groups of a department are compared: never one that a large group leads by its size. */
const COMPARED: Readonly<Record<Department, string>> = {
  executive: 'revenue_per_fan',
  athletics: 'average_engagement',
  marketing: 'average_digital',
  finance: 'revenue_per_fan',
  alumni: 'average_advocacy',
};

const SHARED = ['at_risk_fans', 'elite_fans'] as const;
/** A group's name is a word or a few: anything else in that column is not written into a text. */
const NAME = /^\p{L}[\p{L}\p{M}'’&-]*(?: [\p{L}&][\p{L}\p{M}'’&-]*){0,3}$/u;
const LONGEST_NAME = 40;

function kpiFacts({ kpis, periodDays }: DepartmentFigures): Stated[] {
  return kpis.flatMap(({ metric, label, value, change }): Stated[] => {
    const words = metricWords(metric);
    if (words === undefined || value === null) return [];
    const level: Stated = { id: metric, metric, label, value, unit: words.unit };
    if (change === null || periodDays === null) return [level];
    const unit = words.unit === 'score' ? 'points' : words.unit;
    const moved = `${label}, change in ${periodDays} days`;
    return [
      level,
      { id: `${metric}.change`, metric, label: moved, value: change, unit, isChange: true },
    ];
  });
}

function shareFacts({ kpis }: DepartmentFigures): Stated[] {
  const fans = kpis.find(({ metric }) => metric === 'fans')?.value ?? 0;
  return SHARED.flatMap((metric): Stated[] => {
    const kpi = kpis.find((each) => each.metric === metric);
    if (kpi === undefined || kpi.value === null || fans <= 0) return [];
    const value = (100 * kpi.value) / fans;
    const label = `${kpi.label}, share of all`;
    return [{ id: `${metric}.share`, metric, label, value, unit: 'percent' }];
  });
}

/** Revenue per fan of each group: the breakdown has both, and not what they come to. */
function revenuePerFan(breakdown: readonly GroupFigure[]): GroupFigure[] {
  const metric = 'revenue_per_fan';
  const fans = new Map(
    breakdown.flatMap((each) =>
      each.metric === 'fans' ? [[each.dimension_value, each.value ?? 0] as const] : [],
    ),
  );
  return breakdown.flatMap((each) => {
    const size = fans.get(each.dimension_value) ?? 0;
    if (each.metric !== 'revenue' || each.value === null || size <= 0) return [];
    return [{ ...each, metric, label: metricLabel(metric), value: each.value / size }];
  });
}

function groupFacts({ department, breakdown }: DepartmentFigures): Stated[] {
  const metric = COMPARED[department];
  const words = metricWords(metric);
  const groups = [...breakdown, ...revenuePerFan(breakdown)]
    .flatMap((figure) => {
      const { value, label, dimension_value: group } = figure;
      const isNamed = group !== null && group.length <= LONGEST_NAME && NAME.test(group);
      return figure.metric === metric && value !== null && isNamed ? [{ value, label, group }] : [];
    })
    .sort((one, other) => other.value - one.value);
  const [first, last] = [groups[0], groups.at(-1)];
  if (words === undefined || first === undefined || last === undefined) return [];
  if (first.value <= last.value) return [];
  const { unit } = words;
  return [
    { ...first, rank: 'highest' as const },
    { ...last, rank: 'lowest' as const },
  ].map(({ value, label, group, rank }) => ({
    id: `${metric}.${rank}`,
    metric,
    label: `${label}, ${group}`,
    value,
    unit,
    group,
    rank,
  }));
}

/**
 * Everything a text about a department may say: its figures, their changes and what they were before where there
 * is an earlier run, the shares at risk and in the Elite tier, and the groups with the most and the least.
 */
export function departmentFacts(figures: DepartmentFigures, locale: string): StatedFact[] {
  const stated = [...kpiFacts(figures), ...shareFacts(figures), ...groupFacts(figures)];
  const { periodDays } = figures;
  const period: Stated[] =
    periodDays !== null && stated.some(({ isChange }) => isChange === true)
      ? [
          {
            id: 'period',
            metric: 'period',
            label: 'Days that changes are counted over',
            value: periodDays,
            unit: 'days',
          },
        ]
      : [];
  const facts = [...stated, ...period].map((each) => stateFact(each, locale));
  const former = facts
    .filter(({ isChange }) => isChange)
    .flatMap((change) => {
      const level = facts.find(({ id }) => id === change.metric);
      const found = level === undefined ? undefined : formerFact(level, { change, locale });
      return found === undefined ? [] : [found];
    });
  return [...facts, ...former];
}
