import { RING } from './ring-geometry.ts';

const HATCHES = 56;
const LEAN = 0.07;

/** Leaning strokes all around the band of a ring, around the origin: a hatch without a pattern to look up by id. */
export function ringHatch(): string {
  const inner = RING.radius - RING.stroke / 2;
  const outer = RING.radius + RING.stroke / 2;
  return Array.from({ length: HATCHES }, (_, index) => {
    const angle = (index / HATCHES) * 2 * Math.PI;
    return `M${point(angle - LEAN, inner)}L${point(angle + LEAN, outer)}`;
  }).join('');
}

function point(angle: number, radius: number): string {
  return `${(Math.cos(angle) * radius).toFixed(2)},${(Math.sin(angle) * radius).toFixed(2)}`;
}
