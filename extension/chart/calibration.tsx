import type { JSX } from 'preact';

export interface CalibrationPoint {
  /** 0..1 */
  readonly predicted: number;
  readonly observed: number;
}

export interface CalibrationProps {
  readonly points: readonly CalibrationPoint[];
  readonly label: string;
  /** Words of 0, 1/2 and 1. */
  readonly ticks: readonly [string, string, string];
}

const SIDE = 100;

/** Dots beside a diagonal: on it, what was predicted is what happened. */
export function Calibration({ points, label, ticks }: CalibrationProps): JSX.Element {
  const place = (share: number): number => Math.round(share * SIDE * 10) / 10;
  return (
    <figure class="calibration" role="img" aria-label={label}>
      <svg viewBox={`-4 -4 ${SIDE + 8} ${SIDE + 8}`} aria-hidden="true" focusable="false">
        <path class="calibration-axis" d={`M0,0V${SIDE}H${SIDE}`} />
        <path class="calibration-right" d={`M0,${SIDE}L${SIDE},0`} />
        {points.map(({ predicted, observed }) => (
          <circle key={predicted} cx={place(predicted)} cy={SIDE - place(observed)} r="2.2" />
        ))}
      </svg>
      {ticks.map((tick, index) => (
        <span key={tick} class="calibration-tick" data-at={index} aria-hidden="true">
          {tick}
        </span>
      ))}
    </figure>
  );
}
