import type { Cohort } from '../../server/contract/index.ts';
import type { HostFilters } from '../host/dashboard-host.ts';
import { dayNumber, rowsOfTrend } from './change.ts';
import type { NoRings, RingsData } from './rings-data.ts';
import { BASE_SCORES } from './scores.ts';

export function cohortRings(cohort: Cohort, filters: HostFilters): RingsData | NoRings {
  const { meta, minimum } = cohort;
  if (cohort.suppressed) return { kind: 'none', reason: 'too_few', filters, minimum, meta };
  if (cohort.fans === 0) return { kind: 'none', reason: 'no_match', filters, minimum, meta };
  const { change } = cohort;
  return {
    kind: 'rings',
    subject: { mode: 'cohort', filters },
    name: null,
    about: [],
    fans: cohort.fans,
    score: cohort.wonder_score,
    tier: null,
    topPercent: null,
    change: change && {
      since: change.since,
      days: dayNumber(meta.score_date) - dayNumber(change.since),
      score: change.wonder_score,
    },
    rings: BASE_SCORES.map((score) => ({
      score,
      value: cohort[`${score}_score`],
      change: change?.[`${score}_score`] ?? null,
      ownData: true,
    })),
    strip: stripOf(cohort),
    coverage: cohort.coverage,
    trend: trendOf(cohort),
    meta,
  };
}

function stripOf(cohort: Cohort): RingsData['strip'] {
  return {
    hospitality: { value: cohort.hospitality_experience_score, fans: cohort.hospitality_fans },
    digital: { value: cohort.digital_affinity_score, fans: cohort.digital_fans },
    efficiency: { value: cohort.revenue_efficiency_score, fans: cohort.efficiency_fans },
    churn: { of: 'cohort', share: cohort.high_risk_share, fans: cohort.high_risk_fans },
    ltv: cohort.median_ltv,
  };
}

function trendOf(cohort: Cohort): RingsData['trend'] {
  // A day on which the group was too small to show leaves a gap, not a zero.
  return rowsOfTrend(cohort.history).flatMap((day) =>
    day.wonder_score === null ? [] : [{ date: day.score_date, value: day.wonder_score }],
  );
}
