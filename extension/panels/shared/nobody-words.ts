import type { HostFilters } from '../../host/dashboard-host.ts';
import type { Format } from '../../ui/format.ts';
import type { Words } from '../../ui/trouble-words.ts';
import { filtersInWords } from './subject-words.ts';

/** Why filters leave nobody. */
export function noMatchWords(filters: HostFilters): Words {
  const narrowed = filtersInWords(filters);
  if (narrowed === '') {
    return { title: 'No fans yet', text: 'The last scoring run found nobody to score.' };
  }
  const together = Object.keys(filters).length > 1 ? 'Together they leave' : 'That leaves';
  return { title: 'No fans match these filters', text: `${narrowed}. ${together} no one.` };
}

interface TooFew {
  readonly filters: HostFilters;
  /** The smallest group that is shown. */
  readonly minimum: number;
}

/** Why the figures of a group are not shown. */
export function tooFewWords({ filters, minimum }: TooFew, format: Format): Words {
  const narrowed = filtersInWords(filters);
  const rule = `Figures of fewer than ${format.count(minimum)} members are not shown.`;
  return {
    title: 'Too few fans to show',
    text: narrowed === '' ? rule : `${narrowed}. ${rule}`,
  };
}
