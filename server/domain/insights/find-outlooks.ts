import type { Measured } from '../fact.ts';
import type { Finding } from './finding.ts';
import { type FindingContext, factSheet, windowFact } from './finding-context.ts';
import type { InsightFacts } from './insight-facts.ts';
import { type Outlook, predictLeavers } from './predict-leavers.ts';
import { told } from './told.ts';

/** Share of fans from which it is urgent. */
const URGENT = 0.1;

/** In the order in which a sentence needs them. */
function measured(found: Outlook, context: FindingContext): Measured[] {
  const { minimum, windowDays, churnDays, valueDays } = context;
  const isModel = found.source === 'model';
  const others = found.atRisk - found.contactable;
  const isTold = found.contactable >= minimum && (others === 0 || others >= minimum);
  const facts: (Measured | false)[] = [
    { id: 'at_risk', label: 'Fans at risk', value: found.atRisk, unit: 'count' },
    { id: 'fans', label: 'All fans', value: found.fans, unit: 'count' },
    {
      id: 'at_risk_share',
      label: 'Fans at risk, share of all',
      value: (100 * found.atRisk) / found.fans,
      unit: 'percent',
    },
    isModel &&
      found.valued === found.fans && {
        id: 'value_at_risk',
        label: `Fans at risk, their value at risk in ${valueDays} days`,
        value: found.valueAtRisk,
        unit: 'money',
      },
    {
      id: 'revenue',
      label: `Fans at risk, their revenue of ${windowDays} days`,
      value: found.atRiskRevenue,
      unit: 'money',
    },
    windowFact(context),
    isTold && {
      id: 'contactable',
      label: 'Fans at risk who may be contacted',
      value: found.contactable,
      unit: 'count',
    },
    isModel && {
      id: 'leavers',
      label: 'Fans expected to leave, of all',
      value: found.leavers,
      unit: 'count',
    },
    isModel && {
      id: 'share',
      label: 'Fans expected to leave, share of all',
      value: 100 * found.share,
      unit: 'percent',
    },
    isModel && { id: 'horizon', label: 'Days looked ahead', value: churnDays, unit: 'days' },
  ];
  return facts.filter((each) => each !== false);
}

function describe(found: Outlook, context: FindingContext) {
  const { facts, fact } = factSheet(measured(found, context), context);
  const has = (id: string) => fact(id).length > 0;
  const isModel = found.source === 'model';
  const judge = isModel ? 'published model' : 'rule of silence, spend, engagement and sentiment';
  const stake = has('value_at_risk') ? told`, with ${fact('value_at_risk')} at stake` : '';
  const revenue = found.atRiskRevenue > 0 ? fact('revenue') : 'no revenue';
  const contact = has('contactable') ? told` ${fact('contactable')} of them may be contacted.` : '';
  const expected = isModel
    ? told` Of all fans, at any risk, it expects ${fact('leavers')}, ${fact('share')}, to leave within ${fact('horizon')}.`
    : '';
  return {
    facts,
    title: told`${fact('at_risk')} fans are at risk`,
    description: told`${fact('at_risk')} of ${fact('fans')} fans, ${fact('at_risk_share')}, are at risk by the ${judge}${stake}. They brought ${revenue} in the last ${fact('window')}.${contact}${expected}`,
  };
}

/** How many fans are at risk, what is at stake and, where a model is published, how many it expects to leave. */
export function findOutlooks(facts: InsightFacts, context: FindingContext): Finding[] {
  const found = predictLeavers(facts.outlook, context);
  if (found === undefined) return [];
  const isModel = found.source === 'model';
  return [
    {
      ...describe(found, context),
      department: facts.department,
      type: 'prediction',
      priority: found.share >= URGENT ? 'high' : 'medium',
      metric: 'at_risk_fans',
      label: 'Fans at risk',
      value: found.atRisk,
      fans: found.atRisk,
      smallestGroup: Math.min(found.atRisk, found.fans - found.atRisk),
      level: found.atRisk,
      strength: found.share,
      filters: { segment: 'at_risk' },
      from: facts.scoreDate,
      to: facts.scoreDate,
      method: isModel
        ? 'Sum of the probabilities of the published model; value at risk is probability times predicted value, of fans at risk.'
        : 'Fans whose rule-based risk is high; no model is published, and the rule gives no probability.',
    },
  ];
}
