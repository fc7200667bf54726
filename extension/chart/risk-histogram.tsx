import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { type Bin, type Histogram, histogram } from './histogram-geometry.ts';
import { useSize } from './observe-size.ts';

export interface Brush {
  readonly from: number;
  readonly to: number;
}

export interface RiskHistogramProps {
  readonly bins: readonly Bin[];
  /** All of it in words, for those who do not see it. */
  readonly label: string;
  /** Words of a count, and of a range, as they are written elsewhere. */
  readonly count: (fans: number) => string;
  readonly rangeWords: (brush: Brush) => string;
  readonly edges: readonly number[];
  readonly levels: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  readonly brush: Brush;
  readonly step: number;
  readonly onBrush: (brush: Brush) => void;
}

/** How many fans have which risk, with a range of it that can be chosen by hand or by keys. */
export function RiskHistogram(props: RiskHistogramProps): JSX.Element {
  const { bins, label, edges, levels } = props;
  const { ref, size } = useSize();
  const shape = size === null || size.width === 0 ? null : histogram(bins, size);
  return (
    <div class="histogram">
      <div class="histogram-plot" ref={ref}>
        {shape === null || size === null ? null : (
          <>
            <Brushed {...props} />
            <svg
              width={size.width}
              height={size.height}
              viewBox={`0 0 ${size.width} ${size.height}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={label}
              focusable="false"
            >
              <Hatch />
              {shape.grid.map(({ y }) => (
                <line key={y} class="histogram-line" x1="0" x2={size.width} y1={y} y2={y} />
              ))}
              {shape.bars.map((bar) => (
                <rect
                  key={`${bar.key} ${bar.x}`}
                  class={`bar-${bar.key}`}
                  x={bar.x}
                  y={bar.y}
                  width={bar.width}
                  height={bar.height}
                />
              ))}
              <line
                class="histogram-foot"
                x1="0"
                x2={size.width}
                y1={size.height - 0.5}
                y2={size.height - 0.5}
              />
            </svg>
            {shape.grid.map(({ y, count }) => (
              <span key={y} class="histogram-count" style={{ top: `${y}px` }} aria-hidden="true">
                {props.count(count)}
              </span>
            ))}
            <Handles {...props} shape={shape} />
          </>
        )}
      </div>
      <div class="histogram-axis" aria-hidden="true">
        {levels.map(({ name, from, to }) => (
          <span key={name} class="axis-level" style={{ left: `${(from + to) / 2}%` }}>
            {name}
          </span>
        ))}
        {edges.map((edge) => (
          <b key={edge} class="axis-edge" style={{ left: `${edge}%` }}>
            {edge}
          </b>
        ))}
      </div>
    </div>
  );
}

const HATCH = { id: 'bar-hatch', width: 4, height: 4 } as const;

/** Fills what is not known in its parts. */
function Hatch(): JSX.Element {
  return (
    <defs>
      <pattern {...HATCH} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="bar-hatch-ground" width={HATCH.width} height={HATCH.height} />
        <rect class="bar-hatch" width="1.5" height={HATCH.height} />
      </pattern>
    </defs>
  );
}

type ShapedProps = RiskHistogramProps & { readonly shape: Histogram };

/** The chosen range, behind the bars: they keep their contrast. */
function Brushed({ brush }: RiskHistogramProps): JSX.Element {
  return (
    <span
      class="brush-range"
      style={{ left: `${brush.from}%`, width: `${brush.to - brush.from}%` }}
      aria-hidden="true"
    />
  );
}

const ENDS = ['from', 'to'] as const;

/** Two handles to drag or to move by keys; a press between the bars starts a new range there. */
function Handles(props: ShapedProps): JSX.Element {
  const { brush, shape, step, onBrush, rangeWords } = props;
  const area = useRef<HTMLDivElement>(null);
  const dragged = useRef<{ readonly fixed: number } | null>(null);
  const at = (event: PointerEvent): number => {
    const left = area.current?.getBoundingClientRect().left ?? 0;
    return Math.round(shape.valueAt(event.clientX - left) / step) * step;
  };
  const put = (one: number, other: number): void => {
    const from = Math.min(one, other);
    const to = Math.max(one, other);
    // A range holds one step at least.
    if (from === to) return;
    if (from !== brush.from || to !== brush.to) onBrush({ from, to });
  };
  const onDown = (event: PointerEvent, fixed: number | null): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    area.current?.setPointerCapture(event.pointerId);
    dragged.current = { fixed: fixed ?? at(event) };
  };
  const onMove = (event: PointerEvent): void => {
    if (dragged.current !== null) put(dragged.current.fixed, at(event));
  };
  const onUp = (): void => {
    dragged.current = null;
  };
  const onKey = (event: KeyboardEvent, end: (typeof ENDS)[number]): void => {
    const to = valueAfter(event.key, brush[end], step);
    if (to === null) return;
    event.preventDefault();
    const most = end === 'from' ? brush.to - step : 100;
    const least = end === 'from' ? 0 : brush.from + step;
    onBrush({ ...brush, [end]: Math.min(Math.max(to, least), most) });
  };
  return (
    <div
      class="brush"
      ref={area}
      onPointerDown={(event) => onDown(event, null)}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={onUp}
    >
      {ENDS.map((end) => (
        <span
          key={end}
          class="brush-handle"
          role="slider"
          tabIndex={0}
          aria-label={end === 'from' ? 'Lowest risk listed' : 'Highest risk listed'}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={brush[end]}
          aria-valuetext={rangeWords(brush)}
          style={{ left: `${brush[end]}%` }}
          onPointerDown={(event) => onDown(event, end === 'from' ? brush.to : brush.from)}
          onKeyDown={(event) => onKey(event, end)}
        />
      ))}
    </div>
  );
}

function valueAfter(key: string, value: number, step: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return value + step;
    case 'ArrowLeft':
    case 'ArrowDown':
      return value - step;
    case 'Home':
      return 0;
    case 'End':
      return 100;
    default:
      return null;
  }
}
