import {
  detectRiskConcentration,
  detectTopShare,
  type RiskConcentration,
} from './detect-concentration.ts';
import type { Finding } from './finding.ts';
import { type FindingContext, factSheet, windowFact } from './finding-context.ts';
import type { InsightFacts } from './insight-facts.ts';
import { groupWords } from './metric-words.ts';
import { told } from './told.ts';

/** Times as often at risk as others, from which it is urgent. */
const URGENT = 2;

function ofRevenue(facts: InsightFacts, context: FindingContext): Finding | undefined {
  const { settings, minimum, windowDays } = context;
  const found = detectTopShare(facts.spenders, { minimum, settings });
  if (found === undefined) return undefined;
  const { facts: sheet, fact } = factSheet(
    [
      {
        id: 'share',
        label: 'Revenue from those with the most, share of all',
        value: 100 * found.share,
        unit: 'percent',
      },
      {
        id: 'top_share',
        label: 'Fans with the most, share of all',
        value: 100 * settings.top_share,
        unit: 'percent',
      },
      { id: 'top_fans', label: 'Fans with the most revenue', value: found.topFans, unit: 'count' },
      { id: 'fans', label: 'All fans', value: found.fans, unit: 'count' },
      windowFact(context),
      {
        id: 'top_revenue',
        label: `Their revenue, ${windowDays} days`,
        value: found.topRevenue,
        unit: 'money',
      },
      {
        id: 'revenue',
        label: `Revenue of all, ${windowDays} days`,
        value: found.revenue,
        unit: 'money',
      },
    ],
    context,
  );
  return {
    department: facts.department,
    type: 'concentration',
    priority: 'low',
    title: told`${fact('top_share')} of the fans bring ${fact('share')} of revenue`,
    description: told`${fact('top_fans')} of ${fact('fans')} fans brought ${fact('top_revenue')} of ${fact('revenue')} in the last ${fact('window')}, ${fact('share')} of it.`,
    facts: sheet,
    metric: 'revenue',
    label: `Revenue, ${windowDays} days`,
    value: found.revenue,
    fans: found.fans,
    smallestGroup: Math.min(found.topFans, found.payers - found.topFans),
    level: found.share,
    strength: found.share,
    filters: {},
    from: facts.scoreDate,
    to: facts.scoreDate,
    method: `Concentration ratio: revenue of those with the most of it, over all revenue of ${windowDays} days, refunds taken off.`,
  };
}

function describe(found: RiskConcentration, context: FindingContext) {
  const whose = groupWords(found.dimension, found.group);
  const { facts, fact } = factSheet(
    [
      { id: 'share', label: `At risk of ${whose}`, value: 100 * found.share, unit: 'percent' },
      {
        id: 'others_share',
        label: 'At risk of all others',
        value: 100 * found.othersShare,
        unit: 'percent',
      },
      { id: 'at_risk', label: `${whose} at risk`, value: found.atRisk, unit: 'count' },
      { id: 'fans', label: `All ${whose}`, value: found.fans, unit: 'count' },
      { id: 'z', label: 'Distance of the two shares (z)', value: found.z, unit: 'points' },
    ],
    context,
  );
  return {
    facts,
    title: told`Risk gathers among ${whose}`,
    description: told`${fact('at_risk')} of ${fact('fans')} ${whose} are at risk, ${fact('share')}, against ${fact('others_share')} of all others.`,
  };
}

function ofRisk(facts: InsightFacts, context: FindingContext): Finding | undefined {
  const { settings, minimum } = context;
  const found = facts.risks
    .flatMap(({ dimension, groups }) => {
      const one = detectRiskConcentration(groups, { dimension, minimum, settings });
      return one === undefined ? [] : [one];
    })
    .sort((a, b) => b.ratio - a.ratio)[0];
  if (found === undefined) return undefined;
  return {
    ...describe(found, context),
    department: facts.department,
    type: 'concentration',
    priority: found.ratio >= URGENT ? 'high' : 'medium',
    metric: 'at_risk_fans',
    label: 'Fans at risk',
    value: found.atRisk,
    fans: found.fans,
    smallestGroup: Math.min(found.told, found.atRisk, found.fans - found.atRisk),
    level: found.ratio,
    strength: found.ratio,
    filters: { [found.dimension]: found.group },
    from: facts.scoreDate,
    to: facts.scoreDate,
    method: 'Share at risk of the group against that of all others, by the z of two proportions.',
  };
}

/** Revenue of the few, and the group where risk gathers. */
export function findConcentrations(facts: InsightFacts, context: FindingContext): Finding[] {
  return [ofRevenue(facts, context), ofRisk(facts, context)].filter((each) => each !== undefined);
}
