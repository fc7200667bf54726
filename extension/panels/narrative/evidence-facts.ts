import type { InsightItem } from '../../../server/contract/index.ts';

type Evidence = InsightItem['evidence'];
type Fact = Evidence['facts'][number];

/** Facts that can be compared by their length, by the kind of insight. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  anomaly: ['value', 'median'],
  prediction: ['fans', 'leavers', 'at_risk', 'contactable'],
  concentration: ['top_share', 'share', 'others_share'],
  contribution: [],
  trend: ['first', 'last'],
};

/** How long something was looked at is said with the days themselves. */
const SPANS = new Set(['span', 'window', 'horizon']);

export interface EvidenceFacts {
  /** Those drawn as bars; none where a course is drawn, or where there is nothing to compare. */
  readonly bars: readonly Fact[];
  /** The others, as the text of the insight names them, then those it does not name. */
  readonly rows: readonly Fact[];
}

/** The facts to draw as bars, in their order: parts of a change are in theirs. */
function comparedIn({ insight_type, evidence }: InsightItem): readonly Fact[] {
  const ids = COMPARED[insight_type] ?? [];
  return evidence.facts
    .filter(({ id, value }) => value !== null && (id.startsWith('part_') || ids.includes(id)))
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

/** The facts of an insight in the order its reader looks for them. */
export function evidenceFacts(insight: InsightItem): EvidenceFacts {
  const { facts, series = [] } = insight.evidence;
  const compared = comparedIn(insight);
  // A course is drawn with its first and last day.
  const bars = series.length > 1 || compared.length < 2 ? [] : compared;
  const drawn = series.length > 1 ? compared : bars;
  const isPart = bars.some(({ id }) => id.startsWith('part_'));
  const place = ({ text }: Fact) => {
    const at = insight.description.indexOf(text);
    return at < 0 ? insight.description.length : at;
  };
  const rows = facts
    // The group that explains most of a change is its first part.
    .filter(
      (fact) => !drawn.includes(fact) && !SPANS.has(fact.id) && !(isPart && fact.id === 'lead'),
    )
    .sort((one, other) => place(one) - place(other));
  return { bars, rows };
}
