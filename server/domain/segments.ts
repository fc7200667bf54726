/** The seven segments, in the order in which they are listed. A fan may be in several. */
export const SEGMENTS = [
  'elite',
  'champions',
  'at_risk',
  'high_value',
  'inactive',
  'advocates',
  'new_members',
] as const;

/** One of the seven segments. */
export type Segment = (typeof SEGMENTS)[number];

const LABELS: Readonly<Record<Segment, string>> = {
  elite: 'Elite',
  champions: 'Champions',
  at_risk: 'At risk',
  high_value: 'High value',
  inactive: 'Inactive',
  advocates: 'Advocates',
  new_members: 'New members',
};

/** The segment a text names, or undefined; exact, so that `constructor` is none. */
export function parseSegment(text: string): Segment | undefined {
  return SEGMENTS.find((segment) => segment === text);
}

/** What a segment is called on a screen. */
export function segmentLabel(segment: Segment): string {
  return LABELS[segment];
}
