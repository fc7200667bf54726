import type { Score } from '../../models/scores.ts';

/** What turns a button into the one that opens a score's receipt. */
export interface ReceiptOpener {
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string | undefined;
  readonly 'data-receipt-of': Score;
  readonly onClick: () => void;
}

export interface ReceiptControl {
  readonly opened: Score | null;
  readonly of: (score: Score) => ReceiptOpener;
}

export const RECEIPT_ID = 'receipt';

export function receiptControl(
  opened: Score | null,
  open: (score: Score | null) => void,
): ReceiptControl {
  return {
    opened,
    of: (score) => ({
      'aria-expanded': opened === score,
      'aria-controls': opened === null ? undefined : RECEIPT_ID,
      'data-receipt-of': score,
      onClick: () => open(opened === score ? null : score),
    }),
  };
}
