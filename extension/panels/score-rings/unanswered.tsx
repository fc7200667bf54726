import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LoadState } from '../../models/loader.ts';
import { subjectOf } from '../../models/subject.ts';
import { Frame } from '../../ui/frame.tsx';
import { Message } from '../../ui/message.tsx';
import { type PanelContext, TITLE } from './context.ts';
import { failureWords, signedOutWords } from './state-words.ts';
import { subjectName } from './subject-words.ts';

type Failed = Extract<LoadState<never>, { kind: 'failed' }>;
type SignedOut = Extract<LoadState<never>, { kind: 'signed_out' }>;

/** Signed out, or failed: no data, and the way on. */
export function Unanswered(
  props: PanelContext & { readonly state: Failed | SignedOut },
): JSX.Element {
  const { state, ...context } = props;
  return state.kind === 'failed' ? (
    <Failure {...context} state={state} />
  ) : (
    <SignedOutMessage {...context} state={state} />
  );
}

function SignedOutMessage(props: PanelContext & { readonly state: SignedOut }): JSX.Element {
  const { model, state } = props;
  const { title, text } = signedOutWords(state.expired);
  return (
    <Frame
      title={TITLE}
      context={null}
      busy={state.busy}
      news={title}
      footer={<span>No data is shown until you sign in</span>}
    >
      <Message
        title={title}
        actions={
          <button type="button" class="button button-main" onClick={model.signIn}>
            Sign in
          </button>
        }
      >
        {text}
      </Message>
    </Frame>
  );
}

function Failure(props: PanelContext & { readonly state: Failed }): JSX.Element {
  const { host, format, tools, state } = props;
  const subject = subjectOf(host);
  const { title, text } = failureWords(state.trouble, subject, format);
  const at = useMemo(() => tools.wallClock(), [state.trouble]);
  const { requestId } = state.trouble;
  return (
    <Frame
      title={TITLE}
      context={subjectName(subject)}
      busy={state.busy}
      news={`${title}. ${text}`}
      footer={
        <>
          {requestId === '' ? null : <span>Request {requestId}</span>}
          <span class="foot-age">{format.moment(at)}</span>
        </>
      }
    >
      <Message title={title} actions={<FailureActions {...props} at={at} />}>
        {text}
      </Message>
    </Frame>
  );
}

interface FailureActionsProps extends PanelContext {
  readonly state: Failed;
  readonly at: Date;
}

function FailureActions({ model, tools, state, at }: FailureActionsProps): JSX.Element | null {
  const { kind, requestId } = state.trouble;
  if (kind === 'not_found') {
    return (
      <button type="button" class="button button-main" onClick={model.showCohort}>
        Show all members
      </button>
    );
  }
  if (kind === 'forbidden') return null;
  const details = `WonderScore panel: ${kind}, request ${requestId}, ${at.toISOString()}`;
  return (
    <>
      <button type="button" class="button button-main" onClick={model.retry}>
        {state.busy ? 'Trying…' : 'Try again'}
      </button>
      <button type="button" class="button" onClick={() => tools.copyText(details)}>
        Copy details
      </button>
    </>
  );
}
