import type { JSX, TargetedInputEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  /** Takes the focus as it appears. */
  readonly focused?: boolean;
  /** Of a field with a list of hits: which list, and which hit is marked. */
  readonly hits?: Hits;
}

export interface Hits {
  readonly list: string;
  readonly shown: boolean;
  /** The id of the hit that is marked. */
  readonly marked: string | undefined;
  readonly onKey: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
}

/** A box to type a name or an id into. */
export function SearchField({
  label,
  value,
  onType,
  focused,
  hits,
}: SearchFieldProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (focused === true) input.current?.focus();
  }, []);
  const shared = {
    ref: input,
    placeholder: 'Name or ID',
    'aria-label': label,
    value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onType(event.currentTarget.value),
  };
  return (
    <div class="search">
      <Icon name="search" />
      {hits === undefined ? (
        <input {...shared} type="search" />
      ) : (
        <input
          {...shared}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-controls={hits.list}
          aria-expanded={hits.shown}
          aria-activedescendant={hits.marked}
          onKeyDown={hits.onKey}
        />
      )}
    </div>
  );
}
