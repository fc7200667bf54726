import type { ComponentChildren, JSX } from 'preact';

export interface ZoneProps {
  readonly name: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
}

/** One worksheet of the mock dashboard. */
export function Zone({ name, title, note, children }: ZoneProps): JSX.Element {
  return (
    <section class={`zone zone-${name}`} aria-labelledby={`zone-${name}`}>
      <header class="zone-head">
        <h2 id={`zone-${name}`}>{title}</h2>
        {note === undefined ? null : <p>{note}</p>}
      </header>
      {children}
    </section>
  );
}
