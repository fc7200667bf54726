import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FanListItem } from '../../../server/contract/index.ts';
import { createFanSearch, type FanSearch } from '../../models/fan-search.ts';
import { rove } from '../../ui/roving.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { troubleWords } from '../../ui/trouble-words.ts';
import { fanName } from '../shared/fan-words.ts';
import { FIND_LABEL, type PanelContext } from './context.ts';

const LIST = 'found-fans';
const hitId = (index: number): string => `${LIST}-${index}`;

/** A search box over a list of hits: arrows mark a hit, Enter chooses it, the focus stays in the box. */
export function FanFinder({ model }: PanelContext): JSX.Element {
  const [search] = useState(() => createFanSearch(model.finder));
  const [marked, setMarked] = useState(-1);
  const text = model.sought.value ?? '';
  useEffect(() => search.stop, [search]);
  useEffect(() => {
    setMarked(-1);
    search.ask(text);
  }, [search, text]);
  const items = text.trim() === '' ? [] : search.found.value.items;
  const choose = (fan: FanListItem): void => {
    model.sought.value = null;
    model.showFan(fan.wonder_id);
  };
  const onKey = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const chosen = items[marked] ?? (items.length === 1 ? items[0] : undefined);
    if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    const next = markAfter(event.key, marked, items.length);
    if (next === null) return;
    event.preventDefault();
    setMarked(next);
    document.getElementById(hitId(next))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <SearchField
        label={FIND_LABEL}
        value={text}
        onType={(typed) => {
          model.sought.value = typed;
        }}
        focused
        hits={{
          list: LIST,
          shown: items.length > 0,
          marked: items[marked] === undefined ? undefined : hitId(marked),
          onKey,
        }}
      />
      {text.trim() === '' ? null : <Found search={search} marked={marked} onFound={choose} />}
    </>
  );
}

/** Up and down only: the other keys move within what is typed. Up from none is the last. */
function markAfter(key: string, marked: number, count: number): number | null {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  return rove(key, marked === -1 && key === 'ArrowUp' ? 0 : marked, count);
}

interface FoundProps {
  readonly search: FanSearch;
  readonly marked: number;
  readonly onFound: (fan: FanListItem) => void;
}

function Found({ search, marked, onFound }: FoundProps): JSX.Element {
  const { items, busy, trouble } = search.found.value;
  if (trouble !== null) {
    return <p class="found-note">{troubleWords(trouble.kind, 'Fans').text}</p>;
  }
  if (items.length === 0) {
    return (
      <p class="found-note" role="status">
        {busy ? 'Searching…' : 'Nobody matches'}
      </p>
    );
  }
  return (
    <div class="found" id={LIST} role="listbox" aria-label="Fans found" aria-busy={busy}>
      {items.map((fan, index) => (
        // The focus stays in the box, whose keys choose: an option is only pressed.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's
        // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant
        <div
          key={fan.wonder_id}
          id={hitId(index)}
          class="found-fan"
          role="option"
          aria-selected={index === marked}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onFound(fan)}
        >
          <span>{fanName(fan)}</span>
          <span class="caption">{fan.wonder_score_tier}</span>
        </div>
      ))}
    </div>
  );
}
