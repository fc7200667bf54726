import type { JSX } from 'preact';

export interface CalibrationPoint {
  /** 0..1 */
  readonly predicted: number;
  readonly observed: number;
}

export interface CalibrationProps {
  readonly points: readonly CalibrationPoint[];
  readonly label: string;
  /** Names of the axis along the foot and of the one at the side. */
  readonly axes: readonly [string, string];
  /** Words of 0, 1/2 and 1. */
  readonly ticks: readonly [string, string, string];
}

const SIDE = 100;

/** Dots beside a diagonal: on it, what was predicted is what happened. */
export function Calibration({ points, label, axes, ticks }: CalibrationProps): JSX.Element {
  const place = (share: number): number => Math.round(share * SIDE * 10) / 10;
  return (
    <figure class="calibration" role="img" aria-label={label}>
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true" focusable="false">
        <path class="calibration-axis" d={`M0,0V${SIDE}H${SIDE}`} />
        <path class="calibration-right" d={`M0,${SIDE}L${SIDE},0`} />
        {points.map(({ predicted, observed }) => (
          <circle key={predicted} cx={place(predicted)} cy={SIDE - place(observed)} r="2.2" />
        ))}
      </svg>
      {ticks.map((tick, index) => (
        <span key={tick} class="tick-along" style={{ left: `${index * 50}%` }} aria-hidden="true">
          {tick}
        </span>
      ))}
      {ticks.map((tick, index) => (
        <span key={tick} class="tick-up" style={{ bottom: `${index * 50}%` }} aria-hidden="true">
          {tick}
        </span>
      ))}
      <span class="axis-along" aria-hidden="true">
        {axes[0]}
      </span>
      <span class="axis-up" aria-hidden="true">
        {axes[1]}
      </span>
    </figure>
  );
}
