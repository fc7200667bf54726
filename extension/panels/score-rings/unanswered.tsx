import type { JSX } from 'preact';
import type { LoadState } from '../../models/loader.ts';
import { subjectOf } from '../../models/subject.ts';
import { subjectName } from '../shared/subject-words.ts';
import { Unanswered as Plain } from '../shared/unanswered.tsx';
import { type PanelContext, THINGS, TITLE } from './context.ts';
import { unknownFanWords } from './state-words.ts';

type NoAnswer = Extract<LoadState<never>, { kind: 'failed' | 'signed_out' }>;

/** Signed out, or failed: no data, and the way on. */
export function Unanswered(props: PanelContext & { readonly state: NoAnswer }): JSX.Element {
  const { model, host, state } = props;
  const subject = subjectOf(host);
  const words = state.kind === 'failed' ? unknownFanWords(state.trouble, subject) : null;
  return (
    <Plain
      title={TITLE}
      things={THINGS}
      context={subjectName(subject)}
      state={state}
      view={props}
      onRetry={model.retry}
      onSignIn={model.signIn}
      instead={
        words && {
          words,
          action: (
            <button type="button" class="button button-main" onClick={model.showCohort}>
              Show all members
            </button>
          ),
        }
      }
    />
  );
}
