import type { Signal } from '@preact/signals';
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

export interface TakeAway {
  readonly asTable: Signal<boolean>;
  /** For a moment after the picture was copied. */
  readonly copied: boolean;
  readonly saveCsv: () => void;
  readonly copyImage: () => void;
}

/** The tools of every panel with data: its table, its file, its picture. */
export function takeAwayTools({ asTable, copied, saveCsv, copyImage }: TakeAway): readonly Tool[] {
  return [
    {
      icon: 'table',
      label: 'Show as table',
      pressed: asTable.value,
      run: () => {
        asTable.value = !asTable.peek();
      },
    },
    { icon: 'download', label: 'Download CSV', run: saveCsv },
    {
      icon: copied ? 'check' : 'image',
      label: copied ? 'Copied' : 'Copy as PNG',
      run: copyImage,
    },
  ];
}
