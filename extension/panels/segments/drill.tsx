import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SegmentList } from '../../../server/contract/index.ts';
import { Bone } from '../../ui/bone.tsx';
import { useEscape } from '../../ui/escape.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { PanelContext } from './context.ts';
import { FanPart } from './fan-part.tsx';
import { Segments } from './segments.tsx';

const FanCard = lazyPart<PanelContext>(
  async () => (await import('./fan-card.tsx')).FanCard,
  () => (
    <aside class="card">
      <Bone width="60%" height="16px" />
    </aside>
  ),
);

export interface DrillProps extends PanelContext {
  readonly data: SegmentList;
}

/** Segments on the left, the fans of the chosen one in the middle, one fan on the right, as far as there is room. */
export function Drill(props: DrillProps): JSX.Element {
  const { model, data } = props;
  const fan = model.card.fan.value;
  const chosen = data.items.find((item) => item.segment === model.segment.value) ?? data.items[0];
  useEscape(() => {
    if (model.card.fan.peek() !== null) model.openFan(null);
    else if (model.movers.listed.peek()) model.movers.listed.value = false;
    else model.drilled.value = false;
  });
  useReturn(fan, model.openedHere);
  const layout = [
    'segments',
    model.drilled.value ? 'segments-drilled' : '',
    fan === null ? '' : 'segments-card',
    fan !== null && model.openedHere.value ? 'segments-card-asked' : '',
    model.chosen.value ? '' : 'segments-unasked',
  ];
  return (
    <div class={layout.filter(Boolean).join(' ')}>
      <div class="segments-part">
        <Segments {...props} />
      </div>
      {chosen === undefined ? null : <FanPart {...props} chosen={chosen} />}
      {fan === null ? null : <FanCard {...props} />}
    </div>
  );
}

/** A card that closes gives the focus back to the row that opened it, where that is drawn. */
function useReturn(fan: string | null, openedHere: ReadonlySignal<boolean>): void {
  useEffect(() => {
    if (fan === null) return undefined;
    return () => {
      if (!openedHere.peek()) return;
      document.querySelector<HTMLElement>(`[data-fan="${CSS.escape(fan)}"]`)?.focus();
    };
  }, [fan, openedHere]);
}
