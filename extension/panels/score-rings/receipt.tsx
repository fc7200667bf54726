import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ScoreReceipt } from '../../../server/contract/index.ts';
import type { LoadState } from '../../models/loader.ts';
import type { Receipts } from '../../models/score-rings.ts';
import type { Score } from '../../models/scores.ts';
import type { Format } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { troubleWords } from '../../ui/trouble-words.ts';
import { groupRemarks, receiptRemarks } from '../shared/receipt-remarks.ts';
import { ReceiptTable } from '../shared/receipt-table.tsx';
import { SCORE_NAMES } from '../shared/score-names.ts';
import { RECEIPT_ID } from './receipt-control.ts';

export interface ReceiptProps {
  readonly score: Score;
  /** Whether it is of the averages of a group. */
  readonly ofMany: boolean;
  readonly state: LoadState<Receipts>;
  readonly format: Format;
  readonly onClose: () => void;
  readonly onRetry: () => void;
}

/** How a score came about: each component with its input, and points that add up. */
export function Receipt(props: ReceiptProps): JSX.Element {
  const { score, onClose } = props;
  const { full, hue } = SCORE_NAMES[score];
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), [score]);
  return (
    <section class="receipt" id={RECEIPT_ID} aria-labelledby="receipt-title">
      <header class="receipt-head">
        <i class="receipt-dot" style={{ background: `var(--${hue})` }} />
        <h2 id="receipt-title">{full} receipt</h2>
        <button
          type="button"
          class="icon-button"
          ref={close}
          aria-label="Close receipt"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section class="receipt-body" tabIndex={0} aria-label={`Points of ${full}`}>
        <ReceiptBody {...props} />
      </section>
    </section>
  );
}

function ReceiptBody({ score, ofMany, state, format, onRetry }: ReceiptProps): JSX.Element {
  if (state.kind === 'loading') return <ReceiptBones />;
  if (state.kind !== 'ready') {
    const kind = state.kind === 'failed' ? state.trouble.kind : 'signed_out';
    const { title, text } = troubleWords(kind, 'The receipt');
    return (
      <p class="receipt-note">
        {title}. {text}{' '}
        <button type="button" class="link-button" onClick={onRetry}>
          Try again
        </button>
      </p>
    );
  }
  const found = state.data.scores.find((receipt) => receipt.score === score);
  if (found === undefined) {
    const whose = ofMany ? 'This group is too small for a receipt.' : 'This fan has no such score.';
    return <p class="receipt-note">{whose}</p>;
  }
  return <ReceiptDetail receipt={found} all={state.data} ofMany={ofMany} format={format} />;
}

interface DetailProps {
  readonly receipt: ScoreReceipt;
  readonly all: Receipts;
  readonly ofMany: boolean;
  readonly format: Format;
}

function ReceiptDetail({ receipt, all, ofMany, format }: DetailProps): JSX.Element {
  return (
    <>
      <ReceiptTable receipt={receipt} ofMany={ofMany} format={format} />
      <p class="receipt-note">
        {(ofMany ? groupRemarks : receiptRemarks)(receipt, all, format).join(' ')}
      </p>
    </>
  );
}

function ReceiptBones(): JSX.Element {
  return (
    <div aria-busy="true">
      {['72%', '56%', '64%', '48%'].map((width) => (
        <div key={width} class="receipt-bone">
          <span class="bone" style={{ width, height: '10px' }} />
          <span class="bone" style={{ width: '36px', height: '10px' }} />
        </div>
      ))}
    </div>
  );
}
