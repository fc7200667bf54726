import type { MappedField } from './panel-settings.ts';

/** What a field is called where the dashboard's own name is not known. */
export const FIELD_LABELS: Readonly<Record<MappedField, string>> = {
  wonder_id: 'Fan ID',
  sport: 'Sport',
  affiliation: 'Affiliation',
  loyalty_tier: 'Loyalty tier',
  tier: 'Score tier',
};

/** A name without what a worksheet puts around it: [Primary Sport], ATTR(Primary Sport), primary_sport are one. */
export function plainName(name: string): string {
  const inner = /^\w+\((.*)\)$/.exec(name.trim())?.[1] ?? name;
  return inner
    .replace(/[[\]]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

export function sameField(one: string, other: string): boolean {
  return one === other || plainName(one) === plainName(other);
}
