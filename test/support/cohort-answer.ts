import type { Cohort, CohortReceipt } from '../../server/contract/index.ts';
import { META, SCORES } from './answer-parts.ts';
import { receipt } from './panel-answers.ts';

export function cohort(changes: Partial<Cohort> = {}): Cohort {
  return {
    fans: 48_216,
    suppressed: false,
    minimum: 10,
    ...SCORES,
    wonder_score: 58.31,
    coverage: 0.7,
    hospitality_experience_score: 62,
    hospitality_fans: 4118,
    digital_affinity_score: 54,
    digital_fans: 39_402,
    revenue_efficiency_score: 71,
    efficiency_fans: 31_090,
    high_risk_share: 0.0595,
    high_risk_fans: 2871,
    median_ltv: null,
    ltv_fans: 0,
    change: {
      since: '2025-02-01',
      wonder_score: 0.4,
      engagement_score: 0.7,
      loyalty_score: 0.2,
      value_score: 0.5,
      sentiment_score: -0.3,
      advocacy_score: 0,
    },
    history: [
      { score_date: '2025-02-01', wonder_score: 57.91, fans: 48_000 },
      { score_date: '2025-03-01', wonder_score: 58.31, fans: 48_216 },
    ],
    meta: META,
    ...changes,
  };
}

export function cohortReceipt(changes: Partial<CohortReceipt> = {}): CohortReceipt {
  const { scores, meta } = receipt();
  return { fans: 48_216, suppressed: false, minimum: 10, scores, meta, ...changes };
}
