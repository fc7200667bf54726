import { type CellFilter, isSuppressed } from '../domain/suppression.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { WONDER_TIERS } from '../domain/tiers.ts';
import { numberOrNull, type Values } from '../domain/values.ts';
import { churnHistogram } from './churn-histogram.ts';
import type { CohortFilter } from './summarise-cohort.ts';

const [ELITE] = WONDER_TIERS;
const COLUMNS = ['primary_sport', 'primary_affiliation', 'loyalty_tier', 'wonder_score_tier'];

/** Whether a part of a group may be shown: it is large enough, and so is what is left. */
export function showsPart(part: number, whole: number, minimum: number): boolean {
  if (part === 0 || part === whole) return part === 0 || whole >= minimum;
  return part >= minimum && whole - part >= minimum;
}

function sum(rows: readonly Values[], count: (row: Values) => number): number {
  return rows.reduce((total, row) => total + count(row), 0);
}

export interface ChurnGroup {
  /** What the fans of `rows` are narrowed by. */
  readonly filter: CohortFilter;
  /** Smallest group that is shown. */
  readonly minimum: number;
}

/** Some of a group, counted in two columns of its cells. */
interface Part {
  readonly rows: readonly Values[];
  readonly part: (row: Values) => number;
  readonly whole: (row: Values) => number;
}

const countIn =
  (column: string) =>
  (row: Values): number =>
    numberOrNull(row, column) ?? 0;

function valuesOf(row: Values): (string | null)[] {
  return COLUMNS.map((column) => textOrNull(row, column));
}

/** Counts within the group that a filter asks for, as far as they and those of other groups give nobody away. */
function createCounter({ filter, minimum }: ChurnGroup) {
  const wanted: CellFilter = [filter.sport, filter.affiliation, filter.loyalty_tier, filter.tier];
  const isIn = (row: Values): boolean =>
    valuesOf(row).every((value, at) => wanted[at] === undefined || wanted[at] === value);
  const isHidden = (rows: readonly Values[], count: (row: Values) => number): boolean => {
    const cells = rows.map((row) => ({ values: valuesOf(row), fans: count(row) }));
    return isSuppressed(cells, { filter: wanted, minimum });
  };
  const figure = ({ rows, part, whole }: Part) => {
    const fans = sum(rows.filter(isIn), part);
    const rest = (row: Values): number => whole(row) - part(row);
    const suppressed = fans > 0 && (isHidden(rows, part) || isHidden(rows, rest));
    return { fans: suppressed ? null : fans, suppressed };
  };
  return { wanted, isIn, isHidden, figure };
}

/**
 * The figures of the fans who meet a filter, from the cells of all: fans per sport, affiliation, loyalty tier, tier
 * and five points of risk. What may be shown of a group depends on what is shown of the others.
 */
export function churnFigures(rows: readonly Values[], group: ChurnGroup) {
  const { minimum } = group;
  const { wanted, isIn, isHidden, figure } = createCounter(group);
  const [fans, atRisk] = [countIn('fans'), countIn('at_risk_fans')];
  const elite = rows.filter((row) => textOf(row, 'wonder_score_tier') === ELITE);
  const own = rows.filter(isIn);
  const isTooSmall = isHidden(rows, fans);
  const hide = (shown: ReturnType<typeof figure>) =>
    isTooSmall ? { fans: null, suppressed: true } : shown;
  const at_risk = hide(figure({ rows, part: atRisk, whole: fans }));
  const valued = hide(figure({ rows, part: countIn('valued_fans'), whole: fans }));
  // Nobody at risk is worth nothing only where values are predicted.
  const isValued = sum(rows, countIn('valued_fans')) > 0;
  const [first] = rows;
  return {
    churn_source: first === undefined ? 'rule' : textOf(first, 'churn_source'),
    churn_model: first === undefined ? null : textOrNull(first, 'churn_model'),
    ltv_model: first === undefined ? null : textOrNull(first, 'ltv_model'),
    fans: isTooSmall ? null : sum(own, fans),
    suppressed: isTooSmall,
    minimum,
    at_risk,
    elite_at_risk: hide(figure({ rows: elite, part: atRisk, whole: fans })),
    contactable: hide(figure({ rows, part: countIn('contactable_fans'), whole: atRisk })),
    value_at_risk: {
      value: valued.fans === null || !isValued ? null : cents(sum(own, countIn('value_at_risk'))),
      ...valued,
    },
    ...churnHistogram(rows, {
      columns: COLUMNS,
      filter: wanted,
      minimum,
      hides: isTooSmall ? 'all' : at_risk.suppressed ? 'at_risk' : 'none',
    }),
  };
}

function cents(value: number): number {
  return Math.round(100 * value) / 100;
}
