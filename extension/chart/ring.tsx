import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { grow } from './growth.ts';
import { RING, ringArc, ringOffset } from './ring-geometry.ts';
import { ringHatch } from './ring-hatch.ts';

export interface RingProps {
  /** 0 to 100; null draws the hatched ring of a score that nothing is known about. */
  readonly score: number | null;
  /** Names the custom properties of the hue: `--eng`, `--eng-track`. */
  readonly hue: string;
  readonly order: number;
  readonly motion: RingMotion;
}

/** How a ring comes to its value: growing on the first load, gliding when the value changes, or at once. */
export interface RingMotion {
  readonly growMs: number;
  readonly stepMs: number;
  readonly glideMs: number;
}

const { box, radius, stroke } = RING;
const CENTRE = box / 2;
const HATCH = ringHatch();
// One path for every score: what is seen of it changes, so that a frame parses and lays out nothing.
const WHOLE = ringArc(100) ?? '';
// The stroke fits into the view box with room for the thicker strokes of small rings.
const VIEW = `8 8 ${box - 16} ${box - 16}`;

export function Ring({ score, hue, order, motion }: RingProps): JSX.Element {
  return (
    <svg class="ring-svg" viewBox={VIEW} aria-hidden="true" focusable="false">
      {score === null ? (
        <Unknown />
      ) : (
        <g style={{ '--hue': `var(--${hue})`, '--track': `var(--${hue}-track)` }}>
          <circle class="ring-track" cx={CENTRE} cy={CENTRE} r={radius} />
          <Arc score={score} delayMs={order * motion.stepMs} motion={motion} />
        </g>
      )}
    </svg>
  );
}

interface ArcProps {
  readonly score: number;
  readonly delayMs: number;
  readonly motion: RingMotion;
}

function Arc({ score, delayMs, motion }: ArcProps): JSX.Element {
  const path = useRef<SVGPathElement>(null);
  const shown = useRef<number | null>(null);
  useLayoutEffect(() => {
    const first = shown.current === null;
    const growth = first
      ? { from: 0, to: score, durationMs: motion.growMs, delayMs }
      : { from: shown.current ?? 0, to: score, durationMs: motion.glideMs, delayMs: 0 };
    return grow(growth, (value) => {
      shown.current = value;
      if (path.current !== null) path.current.style.strokeDashoffset = `${ringOffset(value)}`;
    });
  }, [score, delayMs, motion]);
  return (
    <path
      ref={path}
      class="ring-arc"
      d={WHOLE}
      pathLength={100}
      transform={`translate(${CENTRE} ${CENTRE})`}
    />
  );
}

/** A hatched band between two thin circles. */
function Unknown(): JSX.Element {
  const edge = stroke / 2;
  return (
    <g class="ring-unknown">
      <circle class="ring-hatch-ground" cx={CENTRE} cy={CENTRE} r={radius} />
      <path class="ring-hatch" d={HATCH} transform={`translate(${CENTRE} ${CENTRE})`} />
      <circle class="ring-hatch-edge" cx={CENTRE} cy={CENTRE} r={radius - edge} />
      <circle class="ring-hatch-edge" cx={CENTRE} cy={CENTRE} r={radius + edge} />
    </g>
  );
}
