import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LoadState } from '../../models/loader.ts';
import { Frame } from '../../ui/frame.tsx';
import { Message } from '../../ui/message.tsx';
import type { Words } from '../../ui/trouble-words.ts';
import { failureWords, signedOutWords } from './failure-words.ts';
import type { PanelView } from './panel-view.ts';

type Failed = Extract<LoadState<never>, { kind: 'failed' }>;
type SignedOut = Extract<LoadState<never>, { kind: 'signed_out' }>;

export interface UnansweredProps {
  readonly title: string;
  /** What did not load: "Scores". */
  readonly things: string;
  /** What one signs in to see, where it is not scores. */
  readonly sought?: string;
  readonly context: string | null;
  readonly state: Failed | SignedOut;
  readonly view: PanelView;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
  /** A failure that the panel knows better words and another way on for. */
  readonly instead?: { readonly words: Words; readonly action: ComponentChildren } | null;
}

/** Signed out, or failed: no data, and the way on. */
export function Unanswered(props: UnansweredProps): JSX.Element {
  const { state, ...others } = props;
  return state.kind === 'failed' ? (
    <Failure {...others} state={state} />
  ) : (
    <SignedOutMessage {...others} state={state} />
  );
}

function SignedOutMessage(props: UnansweredProps & { readonly state: SignedOut }): JSX.Element {
  const { state, onSignIn } = props;
  const { title, text } = signedOutWords(state.expired, props.sought ?? 'scores');
  return (
    <Frame
      title={props.title}
      context={null}
      busy={state.busy}
      news={title}
      footer={<span class="foot-run">No data until you sign in</span>}
    >
      <Message
        title={title}
        actions={
          <button type="button" class="button button-main" onClick={onSignIn}>
            Sign in
          </button>
        }
      >
        {text}
      </Message>
    </Frame>
  );
}

type FailureProps = UnansweredProps & { readonly state: Failed };

function Failure(props: FailureProps): JSX.Element {
  const { state, things, view, instead } = props;
  const { title, text } = instead?.words ?? failureWords(state.trouble, things, view.format);
  const at = useMemo(() => view.tools.wallClock(), [state.trouble]);
  const { requestId } = state.trouble;
  return (
    <Frame
      title={props.title}
      context={props.context}
      busy={state.busy}
      news={`${title}. ${text}`}
      footer={
        <>
          {requestId === '' ? null : <span>Request {requestId}</span>}
          <span class="foot-age">{view.format.moment(at)}</span>
        </>
      }
    >
      <Message title={title} actions={instead?.action ?? <FailureActions {...props} at={at} />}>
        {text}
      </Message>
    </Frame>
  );
}

function FailureActions(props: FailureProps & { readonly at: Date }): JSX.Element | null {
  const { title, state, view, at, onRetry } = props;
  const { kind, requestId } = state.trouble;
  if (kind === 'forbidden') return null;
  const details = `${title} panel: ${kind}, request ${requestId}, ${at.toISOString()}`;
  return (
    <>
      <button type="button" class="button button-main" onClick={onRetry}>
        {state.busy ? 'Trying…' : 'Try again'}
      </button>
      <button type="button" class="button" onClick={() => view.tools.copyText(details)}>
        Copy details
      </button>
    </>
  );
}
