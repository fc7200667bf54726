import type { ComponentChildren, JSX } from 'preact';

const BARS = [
  { x: 0, y: 6, height: 4 },
  { x: 4, y: 3, height: 7 },
  { x: 8, y: 0, height: 10 },
] as const;
const FILLED = { low: 1, medium: 2, high: 3 } as const;

export interface RiskProps {
  readonly level: keyof typeof FILLED;
  readonly children: ComponentChildren;
}

/** A risk level as one, two or three rising bars, so that it is never taken for a change. */
export function Risk({ level, children }: RiskProps): JSX.Element {
  return (
    <span class={`risk risk-${level}`}>
      <svg viewBox="0 0 11 10" aria-hidden="true" focusable="false">
        {BARS.map((bar, index) => (
          <rect
            key={bar.x}
            x={bar.x}
            y={bar.y}
            width="2.6"
            height={bar.height}
            rx=".6"
            opacity={index < FILLED[level] ? 1 : 0.28}
          />
        ))}
      </svg>
      {children}
    </span>
  );
}
