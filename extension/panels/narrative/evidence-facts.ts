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

function isCompared(insight: InsightItem, { id }: Fact): boolean {
  const { series = [] } = insight.evidence;
  if (insight.insight_type === 'trend' && series.length > 1) return false;
  return id.startsWith('part_') || (COMPARED[insight.insight_type]?.includes(id) ?? false);
}

/** The facts of an insight in the order its reader looks for them. */
export function evidenceFacts(insight: InsightItem): EvidenceFacts {
  const { facts } = insight.evidence;
  const compared = facts.filter((fact) => isCompared(insight, fact) && fact.value !== null);
  const bars = compared.length < 2 ? [] : compared;
  const isPart = bars.some(({ id }) => id.startsWith('part_'));
  const place = ({ text }: Fact) => {
    const at = insight.description.indexOf(text);
    return at < 0 ? insight.description.length : at;
  };
  const rows = facts
    // The group that explains most of a change is its first part.
    .filter(
      (fact) => !bars.includes(fact) && !SPANS.has(fact.id) && !(isPart && fact.id === 'lead'),
    )
    .sort((one, other) => place(one) - place(other));
  return { bars, rows };
}
