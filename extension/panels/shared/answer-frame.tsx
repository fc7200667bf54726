import type { ComponentChildren, JSX } from 'preact';
import type { Meta } from '../../../server/contract/index.ts';
import type { Ready } from '../../models/loader.ts';
import { Banner } from '../../ui/banner.tsx';
import { Frame } from '../../ui/frame.tsx';
import { type Tool, Tools } from '../../ui/tools.tsx';
import { Freshness } from './freshness.tsx';
import type { PanelView } from './panel-view.ts';
import { staleBecause } from './stale-words.ts';

export interface AnswerFrameProps {
  readonly title: string;
  /** What the panel shows, as "Scores did not load" has it. */
  readonly things: string;
  readonly context: string | null;
  readonly shown: Ready<{ readonly meta: Meta }>;
  readonly view: PanelView;
  /** The main figure, for those who hear it. */
  readonly news: string;
  readonly tools?: readonly Tool[];
  readonly onRetry: () => void;
  /** What the smallest panel must still say about its numbers, and what only a wide one has room for. */
  readonly note?: string | null;
  readonly remark?: string | null;
  readonly children: ComponentChildren;
}

/** The frame of a panel that has an answer: how old it is, and why it may not be the newest. */
export function AnswerFrame(props: AnswerFrameProps): JSX.Element {
  const { shown, view, things, news, tools, onRetry, note = null, remark = null } = props;
  const { format, now } = view;
  const { meta } = shown.data;
  const because = staleBecause({ shown, extractDate: view.host.extractDate, things }, format);
  return (
    <Frame
      title={props.title}
      context={props.context}
      busy={shown.busy}
      news={[news, because].filter(Boolean).join('. ')}
      tools={tools === undefined ? null : <Tools tools={tools} />}
      banner={
        because === null ? null : (
          <Banner action={shown.trouble === null ? null : <Retry onRetry={onRetry} />}>
            {because}
          </Banner>
        )
      }
      footer={
        <Freshness
          meta={meta}
          loadedAt={shown.loadedAt}
          now={now}
          stale={because !== null}
          note={note}
          remark={remark}
          format={format}
        />
      }
    >
      {props.children}
    </Frame>
  );
}

function Retry({ onRetry }: { readonly onRetry: () => void }): JSX.Element {
  return (
    <button type="button" class="link-button" onClick={onRetry}>
      Try again
    </button>
  );
}
