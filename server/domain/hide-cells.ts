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
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      // A hidden cell counts as too small, whatever its size, and what hides it must be large enough.
      const more = hiddenIn(line, { sizes, hidden, minimum });
      for (const cell of more) {
        hidden[cell] = true;
        changed = true;
      }
    }
  }
  return hidden;
}

interface Table {
  readonly sizes: readonly number[];
  readonly hidden: readonly boolean[];
  readonly minimum: number;
}

/** Cells of a line that must be hidden as well. */
function hiddenIn(line: readonly number[], { sizes, hidden, minimum }: Table): number[] {
  const covered = line.filter((cell) => hidden[cell] === true);
  const fans = covered.reduce((sum, cell) => sum + (sizes[cell] ?? 0), 0);
  if (covered.length === 0 || (covered.length > 1 && fans >= minimum)) return [];
  const open = line.filter((cell) => hidden[cell] !== true && (sizes[cell] ?? 0) > 0);
  // All hidden ones as one small group beside the open ones.
  const groups = [Math.min(fans, minimum - 1), ...open.map((cell) => sizes[cell] ?? 0)];
  const decided = hiddenGroups(groups, minimum).slice(1);
  const more = open.filter((_, at) => decided[at] === true);
  return more.length > 0 || open.length === 0 ? more : open.slice(0, 1);
}
