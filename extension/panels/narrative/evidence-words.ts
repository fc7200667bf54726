import type { InsightItem } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { capitalised } from './words.ts';

/** "High priority", then only "Medium" and "Low", as the word before them says what they are. */
export function priorityInWords({ priority }: InsightItem): string {
  return priority === 'high' ? 'High priority' : capitalised(priority);
}

const CONTACTABLE = ['marketing_opt_in', 'gdpr_consent'];

/** What a filter of an insight says of its fans, as a sentence about them goes on. */
const SAID: Readonly<Record<string, (value: string) => string>> = {
  segment: (value) => `in the segment ${capitalised(value)}`,
  churn_risk_level: (value) => `at ${value} risk`,
  marketing_opt_in: () => 'who accept marketing',
  gdpr_consent: () => 'who consent to being contacted',
  max_revenue: (value) => (value === '0' ? 'without revenue' : `with at most $${value} of revenue`),
  min_score: (value) => `with a WonderScore of ${value} or more`,
  hostings: (value) =>
    value === '0' ? 'who have not hosted an event' : `who hosted ${value} events`,
  hospitality_experience_score: () => 'whose hospitality experience is known',
  digital_affinity_score: () => 'whose digital affinity is known',
  revenue_efficiency_score: () => 'whose revenue efficiency is known',
};

const GROUPS: Readonly<Record<string, string>> = {
  primary_sport: 'sport',
  primary_affiliation: 'affiliation',
  loyalty_tier: 'loyalty tier',
  wonder_score_tier: 'tier',
};

function groupInWords(column: string, value: string | null): string {
  const name = GROUPS[column] ?? column.replaceAll('_', ' ');
  if (value === null) return `without a known ${name}`;
  return SAID[column]?.(value) ?? `of the ${name} ${capitalised(value)}`;
}

/** Which fans an insight is about: "412 fans, in the segment High value, who may be contacted." */
export function fansInWords(insight: InsightItem, format: Format): string {
  const { filters } = insight.evidence;
  const mayBeContacted = CONTACTABLE.every((column) => filters[column] === 'true');
  const groups = Object.entries(filters)
    .filter(([column]) => !(mayBeContacted && CONTACTABLE.includes(column)))
    .map(([column, value]) => groupInWords(column, value));
  const fans = `${format.count(insight.fans)} fans`;
  const all = [
    Object.keys(filters).length === 0 ? `All ${fans}` : fans,
    ...groups,
    ...(mayBeContacted ? ['who may be contacted'] : []),
  ];
  return `${all.join(', ')}.`;
}
