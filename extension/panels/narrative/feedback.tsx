import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { InsightFeedback } from '../../../server/contract/index.ts';
import type { EvidenceProps } from './evidence.tsx';

type Choice = InsightFeedback['verdict'];

const CHOICES: readonly (readonly [Choice, string])[] = [
  ['useful', 'Useful'],
  ['wrong', 'Wrong'],
  ['known', 'Already known'],
];

const LONGEST_REASON = 500;

/** Useful, wrong or known; then, for those who give one, a reason. */
export function Feedback({ insight, model }: EvidenceProps): JSX.Element {
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [reason, setReason] = useState('');
  const said = model.verdict.value;
  const given = said?.insight === insight ? said.given : null;
  const why = reason.trim();
  return (
    <form
      class="feedback"
      onSubmit={(event) => {
        event.preventDefault();
        // Not disabled meanwhile: the focus would be lost.
        if (chosen === null || given === 'giving') return;
        model.give(insight, { verdict: chosen, ...(why === '' ? {} : { reason: why }) });
      }}
    >
      <fieldset class="feedback-verdicts" aria-label="What do you say of it?">
        {CHOICES.map(([choice, words]) => (
          <button
            key={choice}
            type="button"
            class={chosen === choice ? 'button button-small button-on' : 'button button-small'}
            aria-pressed={chosen === choice}
            onClick={() => setChosen(choice)}
          >
            {words}
          </button>
        ))}
      </fieldset>
      {chosen === null ? null : (
        <div class="feedback-reason">
          <input
            type="text"
            aria-label="Reason, if you like"
            placeholder="Reason, if you like"
            maxLength={LONGEST_REASON}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <button type="submit" class="button button-small">
            Send
          </button>
        </div>
      )}
      <p class="caption" role="status">
        {given === 'giving' ? 'Sending' : ''}
        {given === 'failed' ? 'This was not kept. Try again.' : ''}
      </p>
    </form>
  );
}
