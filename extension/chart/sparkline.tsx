import type { JSX } from 'preact';
import { type SparkPoint, sparkGeometry } from './spark-geometry.ts';

export interface SparklineProps {
  readonly points: readonly SparkPoint[];
}

const BOX = { width: 56, height: 18 } as const;

/** A line of few pixels: which way something went. The figures stand beside it, so it says nothing aloud. */
export function Sparkline({ points }: SparklineProps): JSX.Element {
  const shape = sparkGeometry(points, BOX);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width={BOX.width}
      height={BOX.height}
      aria-hidden="true"
      focusable="false"
    >
      {shape === null ? null : (
        <>
          {shape.gaps === '' ? null : <path class="sparkline-gap" d={shape.gaps} />}
          <path d={shape.path} />
          <circle cx={shape.end.x} cy={shape.end.y} r="1.75" />
        </>
      )}
    </svg>
  );
}
