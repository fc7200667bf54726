import type {
  FanProfile,
  HistoryItem,
  ScoreHistory,
  ScoreRecord,
} from '../../server/contract/index.ts';
import { dayNumber, rowsOfTrend, rowToCompare } from './change.ts';
import type { RingDatum, RingsData, ScoreChange } from './rings-data.ts';
import { BASE_SCORES, type BaseScore } from './scores.ts';

export interface FanAnswers {
  readonly record: ScoreRecord;
  /** Null where it did not come: the score stands without its past. */
  readonly history: ScoreHistory | null;
  readonly profile: FanProfile | null;
}

export function fanRings({ record, history, profile }: FanAnswers): RingsData {
  const days = upTo(history?.items ?? [], record.score_date);
  const past = rowToCompare(days);
  return {
    kind: 'rings',
    subject: { mode: 'fan', wonderId: record.wonder_id },
    name: nameOf(profile),
    about: [record.primary_sport, record.primary_affiliation, record.loyalty_tier].filter(
      (text) => text !== null,
    ),
    fans: null,
    score: record.wonder_score,
    tier: record.wonder_score_tier,
    topPercent: record.top_percent,
    change: past === null ? null : changeSince(past, record),
    rings: BASE_SCORES.map((score) => ringOf(score, record, past)),
    strip: stripOf(record),
    coverage: record.coverage,
    trend: rowsOfTrend(days).map((day) => ({ date: day.score_date, value: day.wonder_score })),
    meta: record.meta,
  };
}

/** A run may be published between two answers: nothing may be newer than the score beside it. */
function upTo(items: readonly HistoryItem[], date: string): readonly HistoryItem[] {
  return items.filter((item) => item.score_date <= date);
}

function changeSince(past: HistoryItem, record: ScoreRecord): ScoreChange {
  return {
    since: past.score_date,
    days: dayNumber(record.score_date) - dayNumber(past.score_date),
    score: record.wonder_score - past.wonder_score,
  };
}

function ringOf(score: BaseScore, record: ScoreRecord, past: HistoryItem | null): RingDatum {
  const value = record[`${score}_score`];
  return {
    score,
    value,
    change: past === null ? null : value - past[`${score}_score`],
    ownData: record[`has_${score}`],
  };
}

function stripOf(record: ScoreRecord): RingsData['strip'] {
  return {
    hospitality: own(record.hospitality_experience_score),
    digital: own(record.digital_affinity_score),
    efficiency: own(record.revenue_efficiency_score),
    churn: { of: 'fan', risk: record.churn_risk, level: record.churn_risk_level },
    ltv: record.predicted_ltv,
    ltvHidden: false,
    minimum: null,
  };
}

function own(value: number | null): RingsData['strip']['hospitality'] {
  return { value, fans: null, hidden: false };
}

function nameOf(profile: FanProfile | null): string | null {
  const name = [profile?.first_name, profile?.last_name].filter(Boolean).join(' ');
  return name === '' ? null : name;
}
