import type { ComponentChildren, JSX } from 'preact';

export interface DeltaProps {
  readonly value: number;
  /** The size of the change in words; the triangle says which way. */
  readonly children: ComponentChildren;
  /** Whether the colour judges the change; more is taken to be better. */
  readonly judged?: boolean;
  /** The direction that is coloured as a warning, where only that one is judged. */
  readonly bad?: 'up' | 'down';
}

/** Less is written as 0.0, and goes no way. */
const LEAST = 0.05;

export function Delta({ value, children, judged = false, bad }: DeltaProps): JSX.Element {
  const still = Math.abs(value) < LEAST;
  const way = value > 0 ? 'up' : 'down';
  const good = judged && way === 'up' ? 'delta-good' : '';
  const tone = still ? '' : way === (bad ?? (judged ? 'down' : null)) ? 'delta-bad' : good;
  return (
    <span class={`delta ${tone}`}>
      {still ? null : (
        <svg viewBox="0 0 8 7" role="img" aria-label={way}>
          <path d={value > 0 ? 'M4 .5 7.7 6.5H.3z' : 'M4 6.5.3.5h7.4z'} />
        </svg>
      )}
      {children}
    </span>
  );
}
