import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Bone } from '../../ui/bone.tsx';
import { Icon } from '../../ui/icon.tsx';
import { receiptRemarks } from '../shared/receipt-remarks.ts';
import { ReceiptTable } from '../shared/receipt-table.tsx';
import { SCORE_NAMES } from '../shared/score-names.ts';
import type { PanelContext } from './context.ts';

/** The receipt of one of the fan's scores, in place of the card's figures. */
export function CardReceipt({ model, format }: PanelContext): JSX.Element {
  const { card } = model;
  const score = card.opened.value ?? 'wonder';
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const state = card.receipt.value;
  const receipt =
    state.kind === 'ready' ? state.data.scores.find((each) => each.score === score) : undefined;
  return (
    <div class="card-receipt">
      <h3 class="card-title">
        <button
          type="button"
          class="icon-button"
          ref={back}
          aria-label="Back to the fan"
          onClick={() => {
            card.opened.value = null;
          }}
        >
          <Icon name="back" />
        </button>
        {SCORE_NAMES[score].full} receipt
      </h3>
      {state.kind === 'ready' && receipt !== undefined ? (
        <>
          <ReceiptTable receipt={receipt} format={format} />
          <p class="caption">{receiptRemarks(receipt, state.data, format).join(' ')}</p>
        </>
      ) : state.kind === 'loading' ? (
        <Bone width="100%" height="80px" />
      ) : (
        <p class="quiet">
          {state.kind === 'ready' ? 'This fan has no such score.' : 'The receipt did not load. '}
          {state.kind === 'ready' ? null : (
            <button type="button" class="link-button" onClick={card.retry}>
              Try again
            </button>
          )}
        </p>
      )}
    </div>
  );
}
