import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../ui/icon.tsx';

export interface Note {
  readonly kind: 'good' | 'info' | 'wrong' | 'plain';
  readonly text: string;
}

export interface RowProps {
  readonly id: string;
  readonly label: string;
  readonly note: Note | null;
  readonly children: ComponentChildren;
}

/** A label, its controls, and beneath them what is to be said about them. */
export function Row({ id, label, note, children }: RowProps): JSX.Element {
  return (
    <div class="row">
      <span class="row-label" aria-hidden="true">
        {label}
      </span>
      <div class="row-body">
        <div class="row-controls">{children}</div>
        <p id={`${id}-note`} class={`row-note row-${note?.kind ?? 'plain'}`}>
          {note === null || note.kind === 'plain' ? null : <Icon name={ICONS[note.kind]} />}
          {note?.text ?? ''}
        </p>
      </div>
    </div>
  );
}

const ICONS = { good: 'check', info: 'info', wrong: 'alert' } as const;
