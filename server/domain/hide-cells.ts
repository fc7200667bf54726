import { hiddenGroups } from './suppression.ts';

/**
 * Which cells of a table may not be shown, those of `also` among them, where the sums of some lines of cells are known (rows, or any other
 * set of cells, by index): in each line as many are hidden as it takes that its sum gives nothing away. What one
 * line hides, the lines that cross it know too.
 */
export function hideCells(
  sizes: readonly number[],
  lines: readonly (readonly number[])[],
  { minimum, also = [] }: { readonly minimum: number; readonly also?: readonly number[] },
): boolean[] {
  const hidden = sizes.map((size) => size > 0 && size < minimum);
  for (const cell of also) hidden[cell] = true;
  const crossing = linesThrough(sizes.length, lines);
  // Only lines of which a cell was hidden since they were looked at can need more.
  const isDue = lines.map(() => true);
  while (isDue.includes(true)) {
    for (const [at, line] of lines.entries()) {
      if (isDue[at] !== true) continue;
      isDue[at] = false;
      // A hidden cell counts as too small, whatever its size, and what hides it must be large enough.
      for (const cell of hiddenIn(line, { sizes, hidden, minimum })) {
        hidden[cell] = true;
        for (const crossed of crossing[cell] ?? []) isDue[crossed] = true;
      }
    }
  }
  return hidden;
}

/** By cell, the lines it is part of. */
function linesThrough(cells: number, lines: readonly (readonly number[])[]): number[][] {
  const through = Array.from({ length: cells }, (): number[] => []);
  for (const [at, line] of lines.entries()) for (const cell of line) through[cell]?.push(at);
  return through;
}

interface Table {
  readonly sizes: readonly number[];
  readonly hidden: readonly boolean[];
  readonly minimum: number;
}

/** Cells of a line that must be hidden as well. */
function hiddenIn(line: readonly number[], { sizes, hidden, minimum }: Table): number[] {
  let covered = 0;
  let fans = 0;
  for (const cell of line) {
    if (hidden[cell] !== true) continue;
    covered += 1;
    fans += sizes[cell] ?? 0;
    if (covered > 1 && fans >= minimum) return [];
  }
  if (covered === 0) return [];
  const open = line.filter((cell) => hidden[cell] !== true && (sizes[cell] ?? 0) > 0);
  // All hidden ones as one small group beside the open ones.
  const groups = [Math.min(fans, minimum - 1), ...open.map((cell) => sizes[cell] ?? 0)];
  const decided = hiddenGroups(groups, minimum).slice(1);
  const more = open.filter((_, at) => decided[at] === true);
  return more.length > 0 || open.length === 0 ? more : open.slice(0, 1);
}
