import type { JSX } from 'preact';
import type { HostFilters } from '../../host/dashboard-host.ts';
import { Message } from '../../ui/message.tsx';
import type { Words } from '../../ui/trouble-words.ts';

export interface NobodyProps {
  readonly words: Words;
  readonly filters: HostFilters;
  readonly onClearFilters: () => void;
}

/** The body of a panel that nobody is left for, with the way back to everybody. */
export function Nobody({ words, filters, onClearFilters }: NobodyProps): JSX.Element {
  const narrowed = Object.keys(filters).length > 0;
  return (
    <Message
      title={words.title}
      actions={
        narrowed ? (
          <button type="button" class="button" onClick={onClearFilters}>
            Clear filters
          </button>
        ) : null
      }
    >
      {words.text}
    </Message>
  );
}
