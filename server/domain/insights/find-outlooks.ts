import type { Measured } from '../fact.ts';
import type { Finding } from './finding.ts';
import { type FindingContext, factSheet, windowFact } from './finding-context.ts';
import type { InsightFacts } from './insight-facts.ts';
import { type Outlook, predictLeavers } from './predict-leavers.ts';

/** Share of fans from which it is urgent. */
const URGENT = 0.1;

function measured(found: Outlook, context: FindingContext): Measured[] {
  const { minimum } = context;
  const isModel = found.source === 'model';
  const others = found.atRisk - found.contactable;
  const isTold = found.contactable >= minimum && (others === 0 || others >= minimum);
  return [
    {
      id: 'leavers',
      label: isModel ? 'Fans expected to leave' : 'Fans at risk by the rule',
      value: found.leavers,
      unit: 'count',
    },
    { id: 'fans', label: 'All fans', value: found.fans, unit: 'count' },
    windowFact(context),
    { id: 'share', label: 'Their share', value: 100 * found.share, unit: 'percent' },
    ...(isModel && found.valued === found.fans
      ? [
          {
            id: 'value_at_risk',
            label: 'Value at risk of those at high risk, 365 days',
            value: found.valueAtRisk,
            unit: 'money',
          } as const,
        ]
      : []),
    ...(isModel
      ? [{ id: 'at_risk', label: 'Fans at high risk', value: found.atRisk, unit: 'count' } as const]
      : []),
    {
      id: 'revenue',
      label: 'Revenue of those at high risk, 90 days',
      value: found.atRiskRevenue,
      unit: 'money',
    },
    ...(isTold
      ? [
          {
            id: 'contactable',
            label: 'Of them, who may be contacted',
            value: found.contactable,
            unit: 'count',
          } as const,
        ]
      : []),
  ];
}

function describe(found: Outlook, context: FindingContext) {
  const { facts, text } = factSheet(measured(found, context), context);
  const contact =
    text('contactable') === '' ? '' : ` ${text('contactable')} of them may be contacted.`;
  const value = text('value_at_risk') === '' ? '' : `, with ${text('value_at_risk')} at stake,`;
  const revenue = found.atRiskRevenue > 0 ? text('revenue') : 'no revenue';
  if (found.source === 'model') {
    return {
      facts,
      title: `${text('leavers')} fans are expected to leave`,
      description: `The published model expects ${text('leavers')} of ${text('fans')} fans to leave within ${text('window')}, ${text('share')}. ${text('at_risk')} fans are at high risk${value} and brought ${revenue} in the last ${text('window')}.${contact}`,
    };
  }
  return {
    facts,
    title: `${text('leavers')} fans are at high risk`,
    description: `${text('leavers')} of ${text('fans')} fans, ${text('share')}, are at high risk by the rule of silence, spend, engagement and sentiment. They brought ${revenue} in the last ${text('window')}.${contact}`,
  };
}

/** How many fans are expected to leave, and what is at stake; by the rule where no model is published. */
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
      metric: isModel ? 'expected_leavers' : 'at_risk_fans',
      label: isModel ? 'Fans expected to leave' : 'Fans at risk',
      value: found.leavers,
      fans: found.fans,
      smallestGroup: Math.min(found.atRisk, found.fans - found.atRisk),
      level: found.leavers,
      strength: found.share,
      filters: isModel ? {} : { segment: 'at_risk' },
      from: facts.scoreDate,
      to: facts.scoreDate,
      method: isModel
        ? 'Sum of the probabilities of the published model; value at risk is probability times predicted value, of fans at high risk.'
        : 'Fans whose rule-based risk is high; no model is published, and the rule gives no probability.',
    },
  ];
}
