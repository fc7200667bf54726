import type { JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface Tool {
  readonly icon: IconName;
  readonly label: string;
  readonly run: () => void;
  /** For a switch: whether it is on. */
  readonly pressed?: boolean;
}

/** Small icon buttons at the head of a panel, most needed first: as the panel narrows, the last go first. */
export function Tools({ tools }: { readonly tools: readonly Tool[] }): JSX.Element {
  return (
    <div class="frame-tools">
      {tools.map(({ icon, label, run, pressed }, position) => (
        <button
          // A tool keeps its place, and so the focus, when its icon and label change.
          key={position}
          type="button"
          class="icon-button"
          aria-label={label}
          title={label}
          aria-pressed={pressed}
          onClick={run}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
