import type { ComponentChildren, JSX } from 'preact';

export interface MessageProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Buttons; the first is what most people will want. */
  readonly actions?: ComponentChildren;
}

/** A panel that has no data to show says so in two sentences and offers the way on. */
export function Message({ title, children, actions }: MessageProps): JSX.Element {
  return (
    <div class="message">
      <div class="message-words">
        <h2>{title}</h2>
        <p>{children}</p>
      </div>
      <div class="message-actions">{actions}</div>
    </div>
  );
}
