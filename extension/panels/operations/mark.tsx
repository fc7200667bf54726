import type { JSX } from 'preact';

export type Tone = 'good' | 'bad' | 'warn' | 'quiet' | 'running';

const PATHS: Readonly<Record<Tone, string>> = {
  good: 'm3.5 8.5 3 3 6-7',
  bad: 'M8 2.5l6 11H2zM8 6.5v3.5M8 11.7v.1',
  warn: 'M8 2.5l6 11H2zM8 6.5v3.5M8 11.7v.1',
  quiet: 'M4 8h8',
  running: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 5v3l2 1.5',
};

/** Good, bad or under way, by shape: the words beside it say the same. */
export function Mark({ tone }: { readonly tone: Tone }): JSX.Element {
  return (
    <svg
      class={`icon ops-mark ops-${tone}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[tone]} />
    </svg>
  );
}
