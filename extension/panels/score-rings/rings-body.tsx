import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RingMotion } from '../../chart/ring.tsx';
import type { RingsData } from '../../models/rings-data.ts';
import type { ScoreRingsModel } from '../../models/score-rings.ts';
import type { Score } from '../../models/scores.ts';
import { Bone } from '../../ui/bone.tsx';
import { useEscape } from '../../ui/escape.ts';
import type { Format } from '../../ui/format.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Hero, type TierChoice } from './hero.tsx';
import type { ReceiptProps } from './receipt.tsx';
import { receiptControl } from './receipt-control.ts';
import { Rings } from './rings.tsx';
import type { ScoreTableProps } from './score-table.tsx';
import { Strip } from './strip.tsx';

const waiting = (): JSX.Element => (
  <div class="receipt">
    <Bone width="60%" height="12px" />
  </div>
);

const Receipt = lazyPart<ReceiptProps>(
  async () => (await import('./receipt.tsx')).Receipt,
  waiting,
);

const ScoreTable = lazyPart<ScoreTableProps>(
  async () => (await import('./score-table.tsx')).ScoreTable,
  waiting,
);

export interface RingsBodyProps {
  readonly model: ScoreRingsModel;
  readonly data: RingsData;
  readonly format: Format;
  readonly motion: RingMotion;
  /** Whether the score is shown as an orb, too. */
  readonly orb: boolean;
  /** Null where the tier cannot be chosen. */
  readonly tier: TierChoice | null;
}

export function RingsBody({ model, data, format, motion, orb, tier }: RingsBodyProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const opened = model.opened.value;
  useReceiptFocus(box, opened);
  useEscape(() => model.open(null));
  const receipt = model.receipt.value;
  if (model.asTable.value) {
    const answer = receipt.kind === 'ready' ? receipt.data : null;
    return <ScoreTable data={data} receipt={answer} format={format} />;
  }
  const receipts = receiptControl(opened, model.open);
  const ofMany = data.subject.mode === 'cohort';
  return (
    <div ref={box} class={opened !== null ? 'rings rings-open' : orb ? 'rings rings-orb' : 'rings'}>
      <Hero data={data} format={format} receipts={receipts} tier={tier} orb={orb} />
      <Rings
        rings={data.rings}
        days={data.change?.days ?? null}
        format={format}
        motion={motion}
        receipts={receipts}
      />
      <Strip data={data} format={format} receipts={ofMany ? null : receipts} />
      {opened === null ? null : (
        <Receipt
          score={opened}
          ofMany={ofMany}
          state={receipt}
          format={format}
          onClose={() => model.open(null)}
          onRetry={model.retryReceipt}
        />
      )}
    </div>
  );
}

/** A receipt that closes gives the focus back to what opened it. */
function useReceiptFocus(
  box: { readonly current: HTMLElement | null },
  opened: Score | null,
): void {
  const before = useRef<Score | null>(null);
  useEffect(() => {
    if (opened === null && before.current !== null) {
      box.current?.querySelector<HTMLElement>(`[data-receipt-of=${before.current}]`)?.focus();
    }
    before.current = opened;
  }, [box, opened]);
}
