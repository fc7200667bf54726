import { hideCells } from '../domain/hide-cells.ts';
import type { CellFilter } from '../domain/suppression.ts';
import { textOrNull } from '../domain/text-values.ts';
import { WONDER_TIERS } from '../domain/tiers.ts';
import { numberOf, type Values } from '../domain/values.ts';

const TIER_NAMES: readonly string[] = WONDER_TIERS;
const BINS = 10;
/** The first ten points of risk that are "at risk" whole: `segments.at_risk_min`. */
const AT_RISK_BIN = 7;
const ELITE = 0;

/** Tier by ten points of risk: the cells of one group's histogram. */
const CELLS = WONDER_TIERS.flatMap((tier, at) =>
  Array.from({ length: BINS }, (_, bin) => ({ tier, at, bin, isAtRisk: bin >= AT_RISK_BIN })),
);
const indexesOf = (is: (cell: (typeof CELLS)[number]) => boolean): readonly number[] =>
  CELLS.flatMap((cell, index) => (is(cell) ? [index] : []));

/** Cells whose sums other answers give: every tier, all at risk and all others, and Elite at risk. */
const LINES = [
  ...WONDER_TIERS.map((_, tier) => indexesOf(({ at }) => at === tier)),
  indexesOf(({ isAtRisk }) => isAtRisk),
  indexesOf(({ isAtRisk }) => !isAtRisk),
  indexesOf(({ at, isAtRisk }) => at === ELITE && isAtRisk),
];

/** The columns that a filter asks for, and what it wants of each. */
interface Asked {
  readonly columns: readonly string[];
  readonly filter: CellFilter;
  readonly minimum: number;
  /** What is hidden of the group already: the bars that would add up to it are hidden too. */
  readonly hides: 'none' | 'at_risk' | 'all';
}

/** The sizes of one group's cells. */
interface Group {
  readonly values: readonly (string | null)[];
  readonly sizes: number[];
}

/** Groups that a filter of the same columns can ask for. */
function groupsOf(rows: readonly Values[], columns: readonly string[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const values = columns.map((column) => textOrNull(row, column));
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, sizes: CELLS.map(() => 0) };
    groups.set(key, group);
    const tier = TIER_NAMES.indexOf(textOrNull(row, 'wonder_score_tier') ?? '');
    const cell = tier * BINS + numberOf(row, 'risk_bin');
    group.sizes[cell] = (group.sizes[cell] ?? 0) + numberOf(row, 'fans');
  }
  return [...groups.values()];
}

/** The same cell of the groups that differ in one column only: a wider filter gives their sum. */
function linesAcross(groups: readonly Group[], columns: readonly string[]): number[][] {
  const lines = new Map<string, number[]>();
  for (const [at, { values }] of groups.entries()) {
    for (const column of columns.keys()) {
      const others = values.map((value, index) => (index === column ? null : value));
      for (const cell of CELLS.keys()) {
        const key = JSON.stringify([column, others, cell]);
        const line = lines.get(key) ?? [];
        lines.set(key, line);
        line.push(at * CELLS.length + cell);
      }
    }
  }
  return [...lines.values()];
}

/** Fans of a group per tier and ten points of risk; cells that would give a small group away are null. */
export function churnHistogram(rows: readonly Values[], asked: Asked) {
  const at = asked.filter.flatMap((want, index) => (want === undefined ? [] : [index]));
  const columns = at.flatMap((index) => asked.columns[index] ?? []);
  const wanted = at.map((index) => asked.filter[index]);
  const groups = groupsOf(rows, columns);
  const own = groups.findIndex(({ values }) => values.every((value, i) => value === wanted[i]));
  const start = own * CELLS.length;
  const given = indexesOf(
    ({ isAtRisk }) => asked.hides === 'all' || (asked.hides === 'at_risk' && isAtRisk),
  );
  const hidden = hideCells(
    groups.flatMap(({ sizes }) => sizes),
    [
      ...groups.flatMap((_, group) =>
        LINES.map((line) => line.map((cell) => group * CELLS.length + cell)),
      ),
      ...linesAcross(groups, columns),
    ],
    { minimum: asked.minimum, also: own < 0 ? [] : given.map((cell) => start + cell) },
  );
  return CELLS.map(({ tier, bin }, cell) => ({
    tier,
    from: bin * BINS,
    to: bin * BINS + BINS,
    fans: hidden[start + cell] ? null : (groups[own]?.sizes[cell] ?? 0),
  }));
}
