import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { SegmentItem } from '../../../server/contract/index.ts';
import { Sparkline } from '../../chart/sparkline.tsx';
import { badWay } from '../../models/bad-way.ts';
import { daysOf, sizePoints } from '../../models/segment-days.ts';
import { Delta } from '../../ui/delta.tsx';
import type { Format } from '../../ui/format.ts';
import { rove } from '../../ui/roving.ts';
import type { DrillProps } from './drill.tsx';

export function Segments({ model, data, format }: DrillProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const chosen = model.segment.value;
  const days = daysOf(data.items);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = data.items.findIndex((_, index) => buttons[index] === document.activeElement);
    const next = rove(event.key, at, buttons.length);
    if (next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    <ul class="segment-list" ref={list} onKeyDown={onKeyDown} aria-label="Segments">
      {data.items.map((item) => (
        <li key={item.segment}>
          <button
            type="button"
            class="segment"
            aria-current={item.segment === chosen}
            aria-label={inWords(item, format)}
            tabIndex={item.segment === chosen ? 0 : -1}
            onClick={() => model.choose(item.segment)}
          >
            <Face item={item} days={days} format={format} />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface FaceProps {
  readonly item: SegmentItem;
  /** Those of all segments: a day that this one lacks is a gap in its line. */
  readonly days: readonly string[];
  readonly format: Format;
}

function Face({ item, days, format }: FaceProps): JSX.Element {
  const { segment, label, rule, fans, share, change } = item;
  return (
    <>
      <span class="segment-name">{label}</span>
      <span class="segment-rule">{rule}</span>
      <span class="segment-spark">
        <Sparkline points={sizePoints(item, days)} />
      </span>
      <span class="segment-count number">{format.count(fans)}</span>
      <span class="segment-share number">{share === null ? null : format.share(share)}</span>
      <span class="segment-change">
        {change === null ? null : (
          <Delta value={change} bad={badWay(segment)}>
            {format.count(Math.abs(change))}
          </Delta>
        )}
      </span>
    </>
  );
}

function inWords({ label, rule, fans, share, change }: SegmentItem, format: Format): string {
  const moved =
    change === null
      ? ''
      : change === 0
        ? ', unchanged since the last run'
        : `, ${change > 0 ? 'up' : 'down'} ${format.count(Math.abs(change))} since the last run`;
  const members = `${format.count(fans)} ${fans === 1 ? 'member' : 'members'}`;
  const part = share === null ? '' : `, ${format.share(share)}`;
  return `${label}, ${rule}: ${members}${part}${moved}`;
}
