import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { type Detail, useFit } from './fit.ts';

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

/** What the freshness line leaves out, where it would not fit: a remark first, which the note says in few words. */
const FOOTS: readonly Detail[] = [
  { without: '' },
  { without: 'remark' },
  { without: 'remark age' },
  { without: 'remark age run' },
  { without: 'remark age run date' },
];

/** What every panel shares: title, tools, banner, body, freshness line. The dashboard zone is the card around it. */
export function Frame(props: FrameProps): JSX.Element {
  const { title, context, tools, banner, footer, busy, news, children } = props;
  const foot = useRef<HTMLElement>(null);
  useFit(foot, FOOTS);
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
        <footer class="frame-foot" ref={foot}>
          {footer}
        </footer>
        <p class="unseen" role="status">
          {news}
        </p>
      </div>
    </main>
  );
}
