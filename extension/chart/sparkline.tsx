import type { JSX } from 'preact';

export interface SparklineProps {
  readonly values: readonly number[];
}

const BOX = { width: 56, height: 18, edge: 3 } as const;

/** A line of few pixels: which way something went. The figures stand beside it, so it says nothing aloud. */
export function Sparkline({ values }: SparklineProps): JSX.Element {
  const points = sparkPoints(values);
  const last = points.at(-1);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width={BOX.width}
      height={BOX.height}
      aria-hidden="true"
      focusable="false"
    >
      {points.length < 2 ? null : (
        <path d={`M${points.map(({ x, y }) => `${x},${y}`).join('L')}`} />
      )}
      {last === undefined ? null : <circle cx={last.x} cy={last.y} r="1.75" />}
    </svg>
  );
}

/** Values as places in the box, the lowest at its foot; a line that never moved runs through the middle. */
function sparkPoints(values: readonly number[]): readonly { x: number; y: number }[] {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const { width, height, edge } = BOX;
  const step = (width - 2 * edge) / Math.max(values.length - 1, 1);
  return values.map((value, index) => {
    const part = span === 0 ? 0.5 : (value - low) / span;
    const x = values.length === 1 ? width - edge : edge + index * step;
    return { x: round(x), y: round(height - edge - part * (height - 2 * edge)) };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
