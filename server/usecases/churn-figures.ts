import { hideCells } from '../domain/hide-cells.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { WONDER_TIERS } from '../domain/tiers.ts';
import { numberOf, numberOrNull, type Values } from '../domain/values.ts';

const BINS = 10;
/** The first ten points of risk that are "at risk" whole: `segments.at_risk_min`. */
const AT_RISK_BIN = 7;
const ELITE = 0;

/** Whether a part of a group may be shown: it is large enough, and so is what is left. */
export function showsPart(part: number, whole: number, minimum: number): boolean {
  if (part === 0 || part === whole) return part === 0 || whole >= minimum;
  return part >= minimum && whole - part >= minimum;
}

function figure(part: number, whole: number, minimum: number) {
  const shown = showsPart(part, whole, minimum);
  return { fans: shown ? part : null, suppressed: !shown };
}

function sum(rows: readonly Values[], column: string): number {
  return rows.reduce((total, row) => total + (numberOrNull(row, column) ?? 0), 0);
}

/** Fans per tier and ten points of risk; cells that would give a small group away are null. */
function histogram(rows: readonly Values[], minimum: number) {
  const sizes = WONDER_TIERS.flatMap((tier) =>
    Array.from({ length: BINS }, (_, bin) => {
      const cell = rows.find(
        (row) => row.wonder_score_tier === tier && numberOf(row, 'risk_bin') === bin,
      );
      return cell === undefined ? 0 : numberOf(cell, 'fans');
    }),
  );
  const cells = sizes.map((_, index) => index);
  const tierOf = (cell: number) => Math.floor(cell / BINS);
  const isAtRisk = (cell: number) => cell % BINS >= AT_RISK_BIN;
  // Sums that other answers give: every tier, all at risk and all others, and Elite at risk.
  const lines = [
    ...WONDER_TIERS.map((_, tier) => cells.filter((cell) => tierOf(cell) === tier)),
    cells.filter(isAtRisk),
    cells.filter((cell) => !isAtRisk(cell)),
    cells.filter((cell) => tierOf(cell) === ELITE && isAtRisk(cell)),
  ];
  const hidden = hideCells(sizes, lines, minimum);
  return cells.map((cell) => ({
    tier: WONDER_TIERS[tierOf(cell)] ?? '',
    from: (cell % BINS) * BINS,
    to: (cell % BINS) * BINS + BINS,
    fans: hidden[cell] ? null : (sizes[cell] ?? 0),
  }));
}

/** The figures of a churn summary from its cells: fans per tier and ten points of risk. */
export function churnFigures(rows: readonly Values[], minimum: number) {
  const fans = sum(rows, 'fans');
  const atRisk = sum(rows, 'at_risk_fans');
  const elite = rows.filter((row) => textOf(row, 'wonder_score_tier') === WONDER_TIERS[ELITE]);
  const valued = sum(rows, 'valued_fans');
  const showsValue = valued > 0 && showsPart(valued, fans, minimum);
  const [first] = rows;
  return {
    churn_source: first === undefined ? 'rule' : textOf(first, 'churn_source'),
    churn_model: first === undefined ? null : textOrNull(first, 'churn_model'),
    fans,
    minimum,
    at_risk: figure(atRisk, fans, minimum),
    elite_at_risk: figure(sum(elite, 'at_risk_fans'), sum(elite, 'fans'), minimum),
    contactable: figure(sum(rows, 'contactable_fans'), atRisk, minimum),
    value_at_risk: {
      value: showsValue ? Math.round(100 * sum(rows, 'value_at_risk')) / 100 : null,
      fans: valued === 0 || showsValue ? valued : null,
      suppressed: valued > 0 && !showsValue,
    },
    histogram: histogram(rows, minimum),
  };
}
