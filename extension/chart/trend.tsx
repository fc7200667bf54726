import type { JSX } from 'preact';
import { useSize } from './observe-size.ts';
import { type TrendPoint, trendGeometry } from './trend-geometry.ts';

export interface TrendProps {
  readonly points: readonly TrendPoint[];
  /** The whole series in words, for those who do not see it. */
  readonly label: string;
  /** What the two ends of the line are; the values appear where there is room. */
  readonly ends: readonly [TrendEnd, TrendEnd];
}

export interface TrendEnd {
  readonly when: string;
  readonly value: string;
}

export function Trend({ points, label, ends }: TrendProps): JSX.Element {
  const { ref, size } = useSize();
  const shape = size === null || size.height < 12 ? null : trendGeometry(points, size);
  const heights = shape === null ? [] : [shape.baseline, shape.end.y];
  return (
    <figure class="trend" role="img" aria-label={label}>
      <div class="trend-plot" ref={ref}>
        {shape === null || size === null ? null : (
          <svg width={size.width} height={size.height} aria-hidden="true" focusable="false">
            <path class="trend-start" d={`M${shape.left},${shape.baseline}H${shape.right}`} />
            <path class="trend-line" d={shape.path} />
            <circle class="trend-today" cx={shape.end.x} cy={shape.end.y} r={3.5} />
          </svg>
        )}
      </div>
      <figcaption class="trend-ends" aria-hidden="true">
        {ends.map(({ when, value }, index) => (
          <span key={when} style={{ '--at': `${heights[index] ?? 0}px` }}>
            <b class="trend-value">{value}</b> {when}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
