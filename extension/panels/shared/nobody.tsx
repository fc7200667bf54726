import type { JSX } from 'preact';
import type { HostFilters } from '../../host/dashboard-host.ts';
import { Message } from '../../ui/message.tsx';
import type { Words } from '../../ui/trouble-words.ts';
import { filtersInWords } from './subject-words.ts';

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

/** Why filters leave nobody. */
export function noMatchWords(filters: HostFilters): Words {
  const narrowed = filtersInWords(filters);
  if (narrowed === '') {
    return { title: 'No fans yet', text: 'The last scoring run found nobody to score.' };
  }
  const together = Object.keys(filters).length > 1 ? 'Together they leave' : 'That leaves';
  return { title: 'No fans match these filters', text: `${narrowed}. ${together} no one.` };
}
