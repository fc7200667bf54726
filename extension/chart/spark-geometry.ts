/** A day of a small series; null where it has no value that could be compared with its neighbours'. */
export interface SparkPoint {
  /** Position in time, in any unit that grows evenly (days). */
  readonly at: number;
  readonly value: number | null;
}

export interface SparkGeometry {
  /** Lines through neighbouring values; one without neighbours has none. */
  readonly path: string;
  /** From value to value across the days that have none: where it went between, nobody knows. */
  readonly gaps: string;
  readonly end: { readonly x: number; readonly y: number };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const EDGE = 3;

/**
 * A series in a box, the lowest value at its foot: days stand as far apart as they are, and what leads across days
 * without a value is told apart. A line that never moved runs through the middle. Null without any value.
 */
export function sparkGeometry(
  points: readonly SparkPoint[],
  box: { readonly width: number; readonly height: number },
): SparkGeometry | null {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [from = 0, to = 0] = [points[0]?.at, points.at(-1)?.at];
  const place = ({ at, value }: { readonly at: number; readonly value: number }): Place => ({
    x: round(EDGE + part(at, [from, to], 1) * (box.width - 2 * EDGE)),
    y: round(box.height - EDGE - part(value, [low, high], 0.5) * (box.height - 2 * EDGE)),
  });
  const runs: Place[][] = [[]];
  for (const { at, value } of points) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push(place({ at, value }));
  }
  const known = runs.filter((run) => run.length > 0);
  const end = known.at(-1)?.at(-1);
  if (end === undefined) return null;
  const lines = known.filter((run) => run.length > 1).map(lineThrough);
  const gaps = known.slice(1).map((run, index) => {
    return lineThrough([...(known[index]?.slice(-1) ?? []), ...run.slice(0, 1)]);
  });
  return { path: lines.join(''), gaps: gaps.join(''), end };
}

function lineThrough(run: readonly Place[]): string {
  return `M${run.map(({ x, y }) => `${x},${y}`).join('L')}`;
}

/** How far from low to high a value lies, of 1; `still` where they are the same. */
function part(value: number, [low, high]: readonly [number, number], still: number): number {
  return high === low ? still : (value - low) / (high - low);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
