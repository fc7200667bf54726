import { findAnomalies } from './find-anomalies.ts';
import { findChanges } from './find-changes.ts';
import { findConcentrations } from './find-concentrations.ts';
import { findOutlooks } from './find-outlooks.ts';
import { findRecommendations } from './find-recommendations.ts';
import { findTrends } from './find-trends.ts';
import type { Finding } from './finding.ts';
import type { FindingContext } from './finding-context.ts';
import type { InsightFacts } from './insight-facts.ts';

/** Of one type and department: the strongest are told, the rest would drown them. */
const MOST_PER_TYPE = 3;

const FINDERS = [
  findAnomalies,
  findTrends,
  findChanges,
  findConcentrations,
  findOutlooks,
  findRecommendations,
];

/** All that is worth saying of a department on a day, whether it was said before or not. */
export function detectInsights(facts: InsightFacts, context: FindingContext): Finding[] {
  return FINDERS.flatMap((find) =>
    find(facts, context)
      .map((each) => ({ ...each, smallestGroup: Math.min(each.smallestGroup, facts.told) }))
      .filter(({ smallestGroup }) => smallestGroup >= context.minimum)
      .sort((a, b) => b.strength - a.strength)
      .slice(0, MOST_PER_TYPE),
  );
}
