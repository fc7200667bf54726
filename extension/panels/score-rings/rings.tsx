import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Ring, type RingMotion } from '../../chart/ring.tsx';
import type { RingDatum } from '../../models/rings-data.ts';
import { Delta } from '../../ui/delta.tsx';
import type { Format } from '../../ui/format.ts';
import { rove } from '../../ui/roving.ts';
import { BASE_NAMES } from '../shared/score-names.ts';
import type { ReceiptControl } from './receipt-control.ts';

export interface RingsProps {
  readonly rings: readonly RingDatum[];
  readonly format: Format;
  readonly motion: RingMotion;
  readonly days: number | null;
  readonly receipts: ReceiptControl | null;
}

export function Rings({ rings, receipts, ...shared }: RingsProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const [inTabOrder, setInTabOrder] = useState(0);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = list.current?.querySelectorAll('button') ?? [];
    const next = rove(event.key, inTabOrder, buttons.length);
    if (next === null) return;
    event.preventDefault();
    setInTabOrder(next);
    buttons[next]?.focus();
  };
  return (
    <ul class="rings-list" aria-label="Scores" ref={list} onKeyDown={onKeyDown}>
      {rings.map((ring, index) => (
        <li key={ring.score}>
          <RingItem
            {...shared}
            ring={ring}
            order={index}
            receipts={receipts}
            tabIndex={index === inTabOrder ? 0 : -1}
            onFocus={() => setInTabOrder(index)}
          />
        </li>
      ))}
    </ul>
  );
}

interface RingItemProps extends Omit<RingsProps, 'rings'> {
  readonly ring: RingDatum;
  readonly order: number;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

function RingItem(props: RingItemProps): JSX.Element {
  const { ring, receipts, tabIndex, onFocus } = props;
  const known = ring.ownData && ring.value !== null;
  const className = known ? 'ring' : 'ring ring-no-data';
  const label = ringInWords(props);
  if (receipts === null) {
    return (
      <div class={className} role="img" aria-label={label}>
        <RingFace {...props} />
      </div>
    );
  }
  return (
    <button
      type="button"
      class={className}
      aria-label={`${label}. Receipt`}
      tabIndex={tabIndex}
      onFocus={onFocus}
      {...receipts.of(ring.score)}
    >
      <RingFace {...props} />
    </button>
  );
}

function RingFace({ ring, order, format, motion }: RingItemProps): JSX.Element {
  const name = BASE_NAMES[ring.score];
  const value = ring.ownData ? ring.value : null;
  return (
    <>
      <span class="ring-art">
        <Ring score={value} hue={name.hue} order={order} motion={motion} />
        <span class="ring-value">{value === null ? '–' : format.whole(value)}</span>
      </span>
      <span class="ring-label">
        <span class="name-full">{name.full}</span>
        <span class="name-short">{name.short}</span>
      </span>
      <span class="ring-change">
        {value === null ? (
          'No data'
        ) : ring.change === null ? null : (
          <Delta value={ring.change}>{format.change(ring.change)}</Delta>
        )}
      </span>
    </>
  );
}

function ringInWords({ ring, format, days }: RingItemProps): string {
  const name = BASE_NAMES[ring.score].full;
  if (ring.value === null) return `${name}: no data`;
  if (!ring.ownData) return `${name}: no data, default ${format.whole(ring.value)}`;
  const way = ring.change === null || days === null ? '' : changeInWords(ring.change, format);
  return `${name} ${format.whole(ring.value)}${way && `, ${way} in ${days} days`}`;
}

function changeInWords(change: number, format: Format): string {
  const size = format.change(change);
  if (size === format.change(0)) return 'unchanged';
  return `${change > 0 ? 'up' : 'down'} ${size}`;
}
