import type { ComponentChildren, JSX } from 'preact';

export interface FrameProps {
  readonly title: string;
  /** Whom or what the panel is about now; may end in an ellipsis. */
  readonly context: string | null;
  readonly tools?: ComponentChildren;
  readonly banner?: ComponentChildren;
  readonly footer: ComponentChildren;
  /** Something newer is on its way. */
  readonly busy: boolean;
  /** Said aloud whenever it changes. */
  readonly news: string;
  readonly children: ComponentChildren;
}

/** What every panel shares: title, tools, banner, body, freshness line. The dashboard zone is the card around it. */
export function Frame(props: FrameProps): JSX.Element {
  const { title, context, tools, banner, footer, busy, news, children } = props;
  return (
    <main class="panel" aria-busy={busy} aria-labelledby="panel-title">
      <div class="frame">
        {busy ? <div class="frame-progress" /> : null}
        <header class="frame-head">
          <h1 id="panel-title">{title}</h1>
          {context === null ? null : (
            <span class="frame-context" title={context}>
              {context}
            </span>
          )}
          {tools}
        </header>
        {banner}
        <div class="frame-body">{children}</div>
        <footer class="frame-foot">{footer}</footer>
        <p class="unseen" role="status">
          {news}
        </p>
      </div>
    </main>
  );
}
