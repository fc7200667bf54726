import { arc } from 'd3-shape';

/** One ring: a 120 x 120 view box, the centre line at radius 45, starting at twelve o'clock. */
export const RING = { box: 120, radius: 45, stroke: 8 } as const;

const TURN = 2 * Math.PI;
// A whole turn has no start or end for a round cap to sit on; a hair less looks the same and is one arc.
const LONGEST = TURN * (1 - 1e-4);

const sector = arc<number>()
  .innerRadius(RING.radius)
  .outerRadius(RING.radius)
  .startAngle(0)
  .endAngle((score) => Math.min((clamp(score) / 100) * TURN, LONGEST))
  .digits(3);

/**
 * The centre line of the arc for a score, around the origin; null for a score of 0, which is a ring
 * without an arc. The caller strokes it.
 */
export function ringArc(score: number): string | null {
  const path = clamp(score) === 0 ? null : sector(score);
  // The two radii are equal, so the sector runs out and back on one line: keep the way out.
  return path === null ? null : path.slice(0, path.lastIndexOf('A'));
}

/**
 * How far the dash of a whole ring is drawn back for a score, on a path of length 100 whose dash is
 * 100 and whose gap is longer. A score of 0 goes a step beyond: its round cap must not stay behind.
 */
export function ringOffset(score: number): number {
  const part = clamp(score);
  return part === 0 ? 101 : 100 - part;
}

function clamp(score: number): number {
  return Math.min(Math.max(score, 0), 100);
}
