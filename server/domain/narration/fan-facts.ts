import { BASE_SCORE_LABELS, BASE_SCORES, type BaseScore } from '../score-names.ts';
import { CHURN_LEVELS } from '../tiers.ts';
import { numberOf, type Values } from '../values.ts';
import { type Stated, type StatedFact, stateFact } from './stated-fact.ts';

/** How likely a fan is to leave. */
export type ChurnLevel = (typeof CHURN_LEVELS)[number];

/** A fan's score record and how much the score changed; null without an earlier one. */
export interface FanFigures {
  readonly record: Values;
  readonly change: number | null;
  readonly periodDays: number | null;
}

/** The base scores that stand on the fan's own data, highest first; `known: false` for the others. */
export function ownScores(record: Values, known = true): BaseScore[] {
  const scoreOf = (score: BaseScore) => numberOf(record, `${score}_score`);
  return BASE_SCORES.filter((score) => (record[`has_${score}`] === true) === known).sort(
    (one, other) => scoreOf(other) - scoreOf(one),
  );
}

/** The level a record says; low where it says none. */
export function churnLevel(record: Values): ChurnLevel {
  return CHURN_LEVELS.find((level) => level === record.churn_risk_level) ?? 'low';
}

/** Everything a text about a fan may say. A risk by rule is a score, never a probability. */
export function fanFacts({ record, change, periodDays }: FanFigures, locale: string): StatedFact[] {
  const at = (column: string) => numberOf(record, column);
  const stated: Stated[] = [
    {
      id: 'score',
      metric: 'score',
      label: 'WonderScore',
      value: at('wonder_score'),
      unit: 'score',
    },
    {
      id: 'top',
      metric: 'top',
      label: 'Place among all members, from the top',
      value: at('top_percent'),
      unit: 'percent',
    },
    ...ownScores(record).map((score) => ({
      id: score,
      metric: score,
      label: BASE_SCORE_LABELS[score],
      value: at(`${score}_score`),
      unit: 'score' as const,
    })),
    record.churn_source === 'model'
      ? {
          id: 'risk',
          metric: 'risk',
          label: 'Probability of leaving',
          value: at('churn_risk') / 100,
          unit: 'probability',
        }
      : {
          id: 'risk',
          metric: 'risk',
          label: 'Risk of leaving, by rule, 0 to 100',
          value: at('churn_risk'),
          unit: 'score',
        },
  ];
  if (change === null || periodDays === null) return stated.map((each) => stateFact(each, locale));
  return [
    ...stated,
    {
      id: 'score.change',
      metric: 'score',
      label: `WonderScore, change in ${periodDays} days`,
      value: change,
      unit: 'points' as const,
      isChange: true,
    },
    {
      id: 'period',
      metric: 'period',
      label: 'Days that the change is counted over',
      value: periodDays,
      unit: 'days' as const,
    },
  ].map((each) => stateFact(each, locale));
}
