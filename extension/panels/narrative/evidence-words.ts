import type { InsightItem, Narrative } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { capitalised } from './words.ts';

type Fact = Narrative['facts'][number];

/** A fact in one line: "Fans at risk, change in 28 days: up 112". */
export function factInWords({ label, direction, text }: Fact): string {
  const way = direction === null || direction === 'flat' ? '' : `${direction} `;
  return `${label}: ${way}${text}`;
}

/** "High priority", then only "Medium" and "Low", as the word before them says what they are. */
export function priorityInWords({ priority }: InsightItem): string {
  return priority === 'high' ? 'High priority' : capitalised(priority);
}

/** Which fans an insight is about. */
export function fansInWords(insight: InsightItem, format: Format): string {
  const groups = Object.entries(insight.evidence.filters).map(
    ([column, value]) => `${capitalised(column.replace(/^primary_/, ''))}: ${value ?? 'not known'}`,
  );
  const fans = `${format.count(insight.fans)} fans`;
  return groups.length === 0 ? fans : `${fans}. ${groups.join(', ')}`;
}
