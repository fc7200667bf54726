import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Given } from '../../models/narrative.ts';
import type { EvidenceProps } from './evidence.tsx';

const VERDICTS = [
  ['useful', 'Useful'],
  ['wrong', 'Wrong'],
  ['known', 'Already known'],
] as const;

const SAID: Readonly<Record<Given, string>> = {
  giving: 'Sending',
  failed: 'This was not kept. Try again.',
  useful: 'Kept as useful',
  wrong: 'Kept as wrong: it stays away until it moves',
  known: 'Kept as known: it stays away until it moves',
};

const LONGEST_REASON = 500;

/** Useful, wrong or known, with a reason for those who give one. */
export function Feedback({ insight, model }: EvidenceProps): JSX.Element {
  const [reason, setReason] = useState('');
  const given = model.given.value.get(insight.insight_id);
  const why = reason.trim();
  return (
    <div class="feedback">
      <label class="feedback-reason">
        <span>Reason, if you like</span>
        <input
          type="text"
          maxLength={LONGEST_REASON}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <div class="feedback-verdicts">
        {VERDICTS.map(([verdict, words]) => (
          <button
            key={verdict}
            type="button"
            class={given === verdict ? 'button button-small button-on' : 'button button-small'}
            aria-pressed={given === verdict}
            // Not disabled meanwhile: the focus would be lost.
            onClick={() => {
              if (given === 'giving') return;
              model.give(insight.insight_id, {
                verdict,
                ...(why === '' ? {} : { reason: why }),
              });
            }}
          >
            {words}
          </button>
        ))}
      </div>
      <p class="caption" role="status">
        {given === undefined ? '' : SAID[given]}
      </p>
    </div>
  );
}
