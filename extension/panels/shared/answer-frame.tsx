import type { ComponentChildren, JSX } from 'preact';
import type { Meta } from '../../../server/contract/index.ts';
import { MAPPED_FIELDS, type MappedField } from '../../host/panel-settings.ts';
import type { OwnFigures } from '../../models/agreement.ts';
import type { Ready } from '../../models/loader.ts';
import { Banner } from '../../ui/banner.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Message } from '../../ui/message.tsx';
import { type Tool, Tools } from '../../ui/tools.tsx';
import type { AgreementProps } from './agreement.tsx';
import { Freshness } from './freshness.tsx';
import { hostTroubleWords } from './host-trouble-words.ts';
import { oneAfterAnother } from './one-after-another.ts';
import type { PanelView } from './panel-view.ts';
import { staleBecause } from './stale-words.ts';
import { unfollowedWords, unmappedWords } from './unfollowed-words.ts';

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
  readonly note?: ComponentChildren;
  readonly remark?: string | null;
  /** Figures that worksheets of the dashboard may show as well: then it says whether they agree. */
  readonly figures?: OwnFigures | null;
  /** Fields whose filters narrow these figures: all, unless said otherwise. */
  readonly follows?: readonly MappedField[];
  /** Why these figures are not those of the dashboard, where lifting its filters is the way back. */
  readonly notice?: string | null;
  readonly children: ComponentChildren;
}

/** Few dashboards say which worksheet shows what, so few panels load it. */
const Agreement = lazyPart<AgreementProps>(
  async () => (await import('./agreement.tsx')).Agreement,
  () => <span />,
);

/** The frame of a panel that has an answer: how old it is, and why it may not be the newest. */
export function AnswerFrame(props: AnswerFrameProps): JSX.Element {
  const { shown, view, things, news, tools, note = null, remark = null } = props;
  const { follows = MAPPED_FIELDS, figures = null, notice = null } = props;
  const { format, now } = view;
  const { meta } = shown.data;
  const { extractDate, extractUpdatedAt, unfollowed, trouble, figures: worksheets } = view.host;
  const because = staleBecause({ shown, extractDate, extractUpdatedAt, things }, format);
  // A figure of everybody must not stand where one of a few is asked for.
  const hidden = unfollowedWords(unfollowed, follows);
  const unmapped = follows.length === 0 ? null : unmappedWords(unfollowed);
  const notices = [hostTroubleWords(trouble), because, notice, unmapped].filter(
    (words) => words !== null,
  );
  return (
    <Frame
      title={props.title}
      context={props.context}
      busy={shown.busy}
      news={oneAfterAnother(hidden === null ? news : `${hidden.title}. ${hidden.text}`, notices)}
      tools={tools === undefined || hidden !== null ? null : <Tools tools={tools} />}
      banner={
        notices.length === 0 ? null : <Banner action={actionOf(props)}>{notices.join(' ')}</Banner>
      }
      footer={
        <Freshness
          meta={meta}
          loadedAt={shown.loadedAt}
          now={now}
          stale={because !== null}
          note={note}
          remark={remark}
          agreement={
            figures === null || hidden !== null || Object.keys(worksheets).length === 0 ? null : (
              <Agreement worksheets={worksheets} ours={figures} format={format} />
            )
          }
          format={format}
        />
      }
    >
      {hidden === null ? (
        props.children
      ) : (
        <Message
          title={hidden.title}
          actions={
            <button type="button" class="button" onClick={view.clearFilters}>
              Clear filters
            </button>
          }
        >
          {hidden.text}
        </Message>
      )}
    </Frame>
  );
}

/** The way on from what the banner says, where there is one. */
function actionOf({ shown, notice, view, onRetry }: AnswerFrameProps): JSX.Element | null {
  const [words, run] =
    shown.trouble === null ? ['Clear filters', view.clearFilters] : ['Try again', onRetry];
  return shown.trouble === null && !notice ? null : (
    <button type="button" class="link-button" onClick={run}>
      {words}
    </button>
  );
}
