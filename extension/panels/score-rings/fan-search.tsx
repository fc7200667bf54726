import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createFanSearch, type FanSearch } from '../../models/fan-search.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { troubleWords } from '../../ui/trouble-words.ts';
import { fanName } from '../shared/fan-words.ts';
import type { PanelContext } from './context.ts';

/** A box to find a fan with; the one who is chosen is the dashboard's selection. */
export function FanSearchBox({ model }: PanelContext): JSX.Element {
  const [search] = useState(() => createFanSearch(model.finder));
  const box = useRef<HTMLInputElement>(null);
  const close = (): void => {
    model.searching.value = false;
  };
  useEffect(() => {
    box.current?.focus();
    return search.stop;
  }, [search]);
  return (
    <Popover label="Find a fan" onClose={close}>
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
      {search.text.value.trim() === '' ? null : (
        <Found
          search={search}
          onFound={(wonderId) => {
            close();
            model.showFan(wonderId);
          }}
        />
      )}
    </Popover>
  );
}

interface FoundProps {
  readonly search: FanSearch;
  readonly onFound: (wonderId: string) => void;
}

function Found({ search, onFound }: FoundProps): JSX.Element {
  const { items, busy, trouble } = search.found.value;
  if (trouble !== null) {
    return <p class="found-note">{troubleWords(trouble.kind, 'Fans').text}</p>;
  }
  if (items.length === 0) return <p class="found-note">{busy ? 'Searching…' : 'Nobody matches'}</p>;
  return (
    <ul class="found" aria-busy={busy}>
      {items.map((fan) => (
        <li key={fan.wonder_id}>
          <button type="button" class="found-fan" onClick={() => onFound(fan.wonder_id)}>
            <span>{fanName(fan)}</span>
            <span class="caption">{fan.wonder_score_tier}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
