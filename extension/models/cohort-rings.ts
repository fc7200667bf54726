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
    hospitality: part(cohort.hospitality_experience_score, cohort.hospitality_fans),
    digital: part(cohort.digital_affinity_score, cohort.digital_fans),
    efficiency: part(cohort.revenue_efficiency_score, cohort.efficiency_fans),
    churn: { of: 'cohort', share: cohort.high_risk_share, fans: cohort.high_risk_fans },
    ltv: cohort.median_ltv,
    ltvHidden: part(cohort.median_ltv, cohort.ltv_fans).hidden,
    minimum: cohort.minimum,
  };
}

/** A figure without a count is hidden; one of nobody is not known. */
function part(value: number | null, fans: number | null): RingsData['strip']['hospitality'] {
  return { value, fans, hidden: value === null && fans === null };
}

function trendOf(cohort: Cohort): RingsData['trend'] {
  // A day on which the group was too small to show leaves a gap, not a zero.
  return rowsOfTrend(cohort.history).flatMap((day) =>
    day.wonder_score === null ? [] : [{ date: day.score_date, value: day.wonder_score }],
  );
}
