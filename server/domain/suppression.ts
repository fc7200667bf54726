/**
 * Which groups of one whole may not be shown, for sizes that add up to a known total: those below
 * `minimum`, and as many of the next smallest as it takes that subtracting what is shown from the
 * total never leaves one group alone or fewer than `minimum`. Empty groups hide nothing.
 */
export function hiddenGroups(sizes: readonly number[], minimum: number): boolean[] {
  const hidden = sizes.map((size) => size > 0 && size < minimum);
  let fans = sizes.reduce((sum, size, index) => sum + (hidden[index] ? size : 0), 0);
  if (fans === 0) return hidden;
  const smallestFirst = sizes
    .map((size, index) => ({ size, index }))
    .filter(({ size }) => size >= minimum)
    .sort((a, b) => a.size - b.size || a.index - b.index);
  for (const { size, index } of smallestFirst) {
    // Enough fans are more than one group: each hidden so far is smaller, or came on top of one that is.
    if (fans >= minimum) break;
    hidden[index] = true;
    fans += size;
  }
  return hidden;
}

/** Fans that share a value in every dimension; null is a value of its own. */
export interface Cell {
  readonly values: readonly (string | null)[];
  readonly fans: number;
}

/** One wanted value per dimension; undefined: any. */
export type CellFilter = readonly (string | undefined)[];

function count(cells: readonly Cell[], filter: CellFilter): number {
  return cells.reduce((sum, cell) => {
    const matches = filter.every((want, i) => want === undefined || cell.values[i] === want);
    return matches ? sum + cell.fans : sum;
  }, 0);
}

function without(filter: CellFilter, dimension: number): CellFilter {
  return filter.map((want, index) => (index === dimension ? undefined : want));
}

/** Every filter that is wider by one or more dimensions. */
function widerFilters(filter: CellFilter): CellFilter[] {
  const all: CellFilter[] = [filter];
  filter.forEach((want, dimension) => {
    if (want !== undefined) all.push(...all.map((each) => without(each, dimension)));
  });
  return all.slice(1);
}

function hiddenAmongSiblings(
  cells: readonly Cell[],
  { filter, minimum }: { filter: CellFilter; minimum: number },
): boolean {
  return filter.some((want, dimension) => {
    if (want === undefined) return false;
    const sizes = new Map<string | null, number>();
    const rest = without(filter, dimension);
    for (const cell of cells) {
      const value = cell.values[dimension] ?? null;
      sizes.set(value, (sizes.get(value) ?? 0) + count([cell], rest));
    }
    const index = [...sizes.keys()].indexOf(want);
    return hiddenGroups([...sizes.values()], minimum)[index] ?? false;
  });
}

/**
 * Whether the averages of a filtered group may not be shown: the group is small, or is needed to hide
 * a small sibling, or differs from a wider group that can be asked for by fewer than `minimum` fans.
 */
export function isSuppressed(
  cells: readonly Cell[],
  { filter, minimum }: { filter: CellFilter; minimum: number },
): boolean {
  const fans = count(cells, filter);
  if (fans === 0) return false;
  if (fans < minimum) return true;
  const nearlyAll = widerFilters(filter).some((wider) => {
    const others = count(cells, wider) - fans;
    return others > 0 && others < minimum;
  });
  return nearlyAll || hiddenAmongSiblings(cells, { filter, minimum });
}
