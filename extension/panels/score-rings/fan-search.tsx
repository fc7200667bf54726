import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { troubleWords } from '../../ui/trouble-words.ts';
import { fanName } from '../shared/fan-words.ts';
import type { PanelContext } from './context.ts';

/** A box to find a fan with; the one who is chosen is the dashboard's selection. */
export function FanSearchBox({ model }: PanelContext): JSX.Element {
  const { search } = model;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Popover label="Find a fan" onClose={() => search.open(false)}>
      <label class="search">
        <Icon name="search" />
        <input
          ref={box}
          type="search"
          placeholder="Name or ID"
          aria-label="Find a fan by name or ID"
          value={search.text.value}
          onInput={(event) => search.type(event.currentTarget.value)}
        />
      </label>
      {search.text.value.trim() === '' ? null : <Found model={model} />}
    </Popover>
  );
}

function Found({ model }: Pick<PanelContext, 'model'>): JSX.Element {
  const { items, busy, trouble } = model.search.found.value;
  if (trouble !== null) {
    return <p class="found-note">{troubleWords(trouble.kind, 'Fans').text}</p>;
  }
  if (items.length === 0) return <p class="found-note">{busy ? 'Searching…' : 'Nobody matches'}</p>;
  return (
    <ul class="found" aria-busy={busy}>
      {items.map((fan) => (
        <li key={fan.wonder_id}>
          <button
            type="button"
            class="found-fan"
            onClick={() => {
              model.search.open(false);
              model.showFan(fan.wonder_id);
            }}
          >
            <span>{fanName(fan)}</span>
            <span class="caption">{fan.wonder_score_tier}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
