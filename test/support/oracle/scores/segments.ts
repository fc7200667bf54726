import { compareText } from '../text-order.ts';

/** What decides about the segments, scores in hundredths. */
export interface SegmentInput {
  readonly wonder_id: string;
  readonly wonder_score: bigint;
  readonly value_score: bigint;
  readonly engagement_score: bigint;
  readonly advocacy_score: bigint;
  readonly churn_risk: bigint;
  readonly account_age: number | null;
}

const SEGMENTS: readonly (readonly [name: string, has: (fan: SegmentInput) => boolean])[] = [
  ['elite', (fan) => fan.wonder_score >= 85_00n],
  ['champions', (fan) => fan.wonder_score >= 70_00n && fan.wonder_score < 85_00n],
  ['at_risk', (fan) => fan.churn_risk >= 70_00n],
  ['high_value', (fan) => fan.value_score >= 80_00n],
  ['inactive', (fan) => fan.engagement_score < 30_00n],
  ['advocates', (fan) => fan.advocacy_score >= 70_00n],
  ['new_members', (fan) => fan.account_age !== null && fan.account_age <= 90],
];

/** Members of each segment in order: score descending, then `wonder_id`. */
export function listSegments(fans: readonly SegmentInput[]) {
  const ordered = fans.toSorted((a, b) => {
    if (a.wonder_score !== b.wonder_score) return a.wonder_score > b.wonder_score ? -1 : 1;
    return compareText(a.wonder_id, b.wonder_id);
  });
  return SEGMENTS.map(([name, has]) => ({
    segment: name,
    members: ordered.filter(has).map((fan) => fan.wonder_id),
  }));
}
