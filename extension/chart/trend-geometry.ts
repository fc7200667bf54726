import { line } from 'd3-shape';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface TrendPoint {
  /** Position in time, in any unit that grows evenly (days). */
  readonly at: number;
  readonly value: number;
}

export interface TrendGeometry {
  readonly path: string;
  /** Height of the value the line starts at. */
  readonly baseline: number;
  readonly end: { readonly x: number; readonly y: number };
  readonly left: number;
  readonly right: number;
}

// Without an axis, the height of a wiggle is all that says how large it is: one point is never taller than this.
const MOST_PIXELS_PER_POINT = 40;
const EDGE = { left: 2, right: 5, top: 5, bottom: 5 } as const;

/** A line through the values in a box of the given size; null for fewer than two points. */
export function trendGeometry(points: readonly TrendPoint[], size: Size): TrendGeometry | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return null;
  const x = scale([first.at, last.at], [EDGE.left, Math.max(size.width - EDGE.right, EDGE.left)]);
  const y = scale(spanOf(points, size.height), [
    Math.max(size.height - EDGE.bottom, EDGE.top),
    EDGE.top,
  ]);
  const path = line<TrendPoint>()
    .x((point) => x(point.at))
    .y((point) => y(point.value))
    .digits(2)(points);
  if (path === null) return null;
  return {
    path,
    baseline: round(y(first.value)),
    end: { x: round(x(last.at)), y: round(y(last.value)) },
    left: EDGE.left,
    right: round(x(last.at)),
  };
}

function spanOf(points: readonly TrendPoint[], height: number): [number, number] {
  const values = points.map((point) => point.value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const slack = Math.max(height / MOST_PIXELS_PER_POINT - (high - low), 0) / 2;
  return [low - slack, high + slack];
}

function scale(domain: readonly [number, number], range: readonly [number, number]) {
  const [from, to] = domain;
  const [start, end] = range;
  if (from === to) return () => (start + end) / 2;
  return (value: number) => start + ((value - from) / (to - from)) * (end - start);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
