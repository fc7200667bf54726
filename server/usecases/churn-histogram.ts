import { hideCells } from '../domain/hide-cells.ts';
import type { CellFilter } from '../domain/suppression.ts';
import { textOrNull } from '../domain/text-values.ts';
import { WONDER_TIERS } from '../domain/tiers.ts';
import { numberOf, type Values } from '../domain/values.ts';

const TIER_NAMES: readonly string[] = WONDER_TIERS;
const BINS = 20;
const BIN_WIDTH = 5;
/** The first five points of risk that are "at risk" whole: `segments.at_risk_min`. */
const AT_RISK_BIN = 14;
const ELITE = 0;

/** Five points of risk. */
const RISK_BINS = Array.from({ length: BINS }, (_, bin) => ({ bin, isAtRisk: bin >= AT_RISK_BIN }));
/** Tier by five points of risk: the cells of one group's histogram. */
const CELLS = WONDER_TIERS.flatMap((tier, at) => RISK_BINS.map((bin) => ({ tier, at, ...bin })));

function indexesOf<T>(all: readonly T[], is: (one: T) => boolean): readonly number[] {
  return all.flatMap((one, index) => (is(one) ? [index] : []));
}

type Line = readonly number[];

/** Bins whose sums other answers give: all at risk, and all others. */
const BIN_LINES: readonly Line[] = [
  indexesOf(RISK_BINS, ({ isAtRisk }) => isAtRisk),
  indexesOf(RISK_BINS, ({ isAtRisk }) => !isAtRisk),
];
/** Cells whose sums other answers give: every tier, all at risk and all others, and Elite at risk. */
const CELL_LINES: readonly Line[] = [
  ...WONDER_TIERS.map((_, tier) => indexesOf(CELLS, ({ at }) => at === tier)),
  indexesOf(CELLS, ({ isAtRisk }) => isAtRisk),
  indexesOf(CELLS, ({ isAtRisk }) => !isAtRisk),
  indexesOf(CELLS, ({ at, isAtRisk }) => at === ELITE && isAtRisk),
];
/** The cells of each bin. */
const CELLS_OF_BIN: readonly Line[] = RISK_BINS.map(({ bin }) =>
  indexesOf(CELLS, (cell) => cell.bin === bin),
);

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

/** The same part of the groups that differ in one column only: a wider filter gives their sum. */
function linesAcross(
  groups: readonly Group[],
  columns: readonly string[],
  parts: number,
): number[][] {
  const siblings = new Map<string, number[]>();
  for (const [at, { values }] of groups.entries()) {
    for (const column of columns.keys()) {
      const others = values.map((value, index) => (index === column ? null : value));
      const key = JSON.stringify([column, others]);
      siblings.set(key, [...(siblings.get(key) ?? []), at]);
    }
  }
  return [...siblings.values()].flatMap((family) =>
    Array.from({ length: parts }, (_, part) => family.map((group) => group * parts + part)),
  );
}

/** What is known of all groups together. */
interface Known {
  readonly groups: readonly Group[];
  readonly columns: readonly string[];
  readonly minimum: number;
}

/** Parts of all groups, numbered group by group. */
interface Parts {
  readonly sizesOf: (group: Group) => readonly number[];
  /** Whose sums are known in every group. */
  readonly lines: readonly Line[];
  /** To be hidden whatever their size. */
  readonly also: readonly number[];
}

/** Which parts may not be shown. */
function hideParts(
  { groups, columns, minimum }: Known,
  { sizesOf, lines, also }: Parts,
): boolean[] {
  const sizes = groups.map(sizesOf);
  const parts = sizes[0]?.length ?? 0;
  return hideCells(
    sizes.flat(),
    [
      ...groups.flatMap((_, group) => lines.map((line) => line.map((at) => group * parts + at))),
      ...linesAcross(groups, columns, parts),
    ],
    { minimum, also },
  );
}

const sumOf = ({ sizes }: Group, cells: Line): number =>
  cells.reduce((sum, cell) => sum + (sizes[cell] ?? 0), 0);
const binSizes = (group: Group): number[] => CELLS_OF_BIN.map((cells) => sumOf(group, cells));

/** Hidden bins of all groups, and the hidden cells within all bins. */
interface Hidden {
  readonly bins: readonly boolean[];
  readonly cells: readonly boolean[];
}

/** What is hidden from the start. */
interface GivenParts {
  readonly bins: readonly number[];
  readonly cells: readonly number[];
}

/** Hides bins, then cells; a bin in which a cell is hidden alone would tell it, and is hidden too. */
function hideBoth(known: Known, given: GivenParts): Hidden {
  const { groups, minimum } = known;
  const bins = hideParts(known, { sizesOf: binSizes, lines: BIN_LINES, also: given.bins });
  const isFilled = (group: Group, cell: number): boolean => (group.sizes[cell] ?? 0) > 0;
  const within = groups.flatMap((group, at) =>
    indexesOf(CELLS, ({ bin }) => bins[at * BINS + bin] === true)
      .filter((cell) => isFilled(group, cell))
      .map((cell) => at * CELLS.length + cell),
  );
  const cells = hideParts(known, {
    sizesOf: ({ sizes }) => sizes,
    lines: [...CELL_LINES, ...CELLS_OF_BIN],
    also: [...given.cells, ...within],
  });
  const telling = groups.flatMap((group, at) =>
    indexesOf(CELLS_OF_BIN, (line) => {
      const hidden = line.filter((cell) => cells[at * CELLS.length + cell] === true);
      return hidden.length === 1 || (hidden.length > 1 && sumOf(group, hidden) < minimum);
    })
      .map((bin) => at * BINS + bin)
      .filter((bin) => bins[bin] !== true),
  );
  return telling.length === 0
    ? { bins, cells }
    : hideBoth(known, { ...given, bins: [...given.bins, ...telling] });
}

/**
 * Fans of a group per five points of risk, and of these per tier; bins and cells that would give a small group away are
 * null. A bin can be known whose tiers are not.
 */
export function churnHistogram(rows: readonly Values[], asked: Asked) {
  const at = asked.filter.flatMap((want, index) => (want === undefined ? [] : [index]));
  const columns = at.flatMap((index) => asked.columns[index] ?? []);
  const wanted = at.map((index) => asked.filter[index]);
  const groups = groupsOf(rows, columns);
  const own = groups.findIndex(({ values }) => values.every((value, i) => value === wanted[i]));
  const given = (parts: readonly { readonly isAtRisk: boolean }[]): number[] =>
    indexesOf(
      parts,
      ({ isAtRisk }) => asked.hides === 'all' || (asked.hides === 'at_risk' && isAtRisk),
    ).map((part) => own * parts.length + part);
  const hidden = hideBoth(
    { groups, columns, minimum: asked.minimum },
    own < 0 ? { bins: [], cells: [] } : { bins: given(RISK_BINS), cells: given(CELLS) },
  );
  const group = groups[own];
  const bins = group === undefined ? [] : binSizes(group);
  const edges = (bin: number) => ({ from: bin * BIN_WIDTH, to: (bin + 1) * BIN_WIDTH });
  return {
    histogram: CELLS.map(({ tier, bin }, cell) => ({
      tier,
      ...edges(bin),
      fans: hidden.cells[own * CELLS.length + cell] ? null : (group?.sizes[cell] ?? 0),
    })),
    histogram_bins: RISK_BINS.map(({ bin }) => ({
      ...edges(bin),
      fans: hidden.bins[own * BINS + bin] ? null : (bins[bin] ?? 0),
    })),
  };
}
