import type {
  Cohort,
  FanProfile,
  HistoryItem,
  Meta,
  Receipt,
  ScoreHistory,
  ScoreReceipt,
  ScoreRecord,
} from '../../server/contract/index.ts';

type Line = ScoreReceipt['lines'][number];

export const META: Meta = {
  score_date: '2025-03-01',
  run_id: 'run-1',
  calculated_at: '2025-03-02T08:14:00.000Z',
  data_as_of: '2025-03-01',
  age_seconds: 180,
  stale: false,
  stale_because: null,
};

/** The spec's example fan: 0.35 x 78.42 + 0.25 x 76.10 + 0.25 x 71.35 + 0.10 x 70.50 + 0.05 x 58.20 = 74.27. */
const SCORES = {
  wonder_score: 74.27,
  engagement_score: 78.42,
  loyalty_score: 76.1,
  value_score: 71.35,
  sentiment_score: 70.5,
  advocacy_score: 58.2,
};

const EXTENDED = {
  hospitality_experience_score: null,
  digital_affinity_score: 81.2,
  revenue_efficiency_score: 0,
  churn_risk_score: 22,
  churn_probability: null,
  churn_risk: 22,
  churn_risk_level: 'low',
  churn_source: 'rule',
  predicted_ltv: null,
  lifetime_value: 1840,
  total_events_attended: 9,
  account_age_days: 900,
} as const;

const STANDING = {
  wonder_score_tier: 'Champion',
  percentile_rank: 88.2,
  loyalty_tier: 'Gold',
  primary_sport: 'Football',
  primary_affiliation: 'Alumni',
} as const;

const COMPONENTS = {
  attendance_component: 86.2,
  digital_component: 83.1,
  social_component: 71.4,
  learning_component: 50.4,
  tier_component: 100,
  tenure_component: 60,
  redemption_component: 27,
  stability_bonus: 10,
  revenue_component: 80,
  frequency_component: 70,
  recency_component: 51.75,
  breadth_bonus: 0,
  nps_component: 40,
  review_component: 22.5,
  sentiment_component: 13,
  complaint_penalty: -5,
  referral_component: 60,
  amplification_component: 55,
  hosting_component: 61,
};

export function scoreRecord(changes: Partial<ScoreRecord> = {}): ScoreRecord {
  return {
    wonder_id: 'W1',
    ...SCORES,
    ...STANDING,
    ...EXTENDED,
    ...COMPONENTS,
    top_percent: 11.8,
    coverage: 1,
    has_engagement: true,
    has_loyalty: true,
    has_value: true,
    has_sentiment: true,
    has_advocacy: true,
    score_date: META.score_date,
    calculated_at: META.calculated_at,
    run_id: META.run_id,
    meta: META,
    ...changes,
  };
}

export function historyItem(date: string, changes: Partial<HistoryItem> = {}): HistoryItem {
  return {
    score_date: date,
    run_id: `run-${date}`,
    ...SCORES,
    wonder_score_tier: 'Champion',
    percentile_rank: 88.2,
    churn_risk: 22,
    ...changes,
  };
}

export function history(items: readonly HistoryItem[]): ScoreHistory {
  return {
    wonder_id: 'W1',
    items: [...items],
    total: items.length,
    next_cursor: null,
    meta: META,
  };
}

export function profile(changes: Partial<FanProfile> = {}): FanProfile {
  return {
    wonder_id: 'W1',
    first_name: 'Jordan',
    last_name: 'Avery',
    ...SCORES,
    ...STANDING,
    ...EXTENDED,
    top_percent: 11.8,
    coverage: 1,
    segments: ['champions'],
    meta: META,
    ...changes,
  };
}

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

/** One line of a receipt; all that is not said is as plain as can be. */
function line(
  parts: Pick<Line, 'component' | 'label' | 'weight' | 'points'> & Partial<Line>,
): Line {
  return { input: 1, input_unit: null, percent_rank: null, default_used: false, ...parts };
}

export function receipt(): Receipt {
  return {
    wonder_id: 'W1',
    scores: [
      {
        score: 'wonder',
        label: 'WonderScore',
        value: 74.27,
        points_total: 74.27,
        default_used: false,
        lines: [
          line({ component: 'engagement_score', label: 'Engagement', weight: 0.35, points: 27.45 }),
          line({ component: 'loyalty_score', label: 'Loyalty', weight: 0.25, points: 19.03 }),
          line({ component: 'value_score', label: 'Value', weight: 0.25, points: 17.84 }),
          line({ component: 'sentiment_score', label: 'Sentiment', weight: 0.1, points: 7.05 }),
          line({ component: 'advocacy_score', label: 'Advocacy', weight: 0.05, points: 2.9 }),
        ],
      },
      {
        score: 'engagement',
        label: 'Engagement',
        value: 78.42,
        points_total: 78.42,
        default_used: false,
        lines: [
          line({
            component: 'digital_component',
            label: 'Web sessions',
            weight: 0.4,
            points: 33.24,
            percent_rank: 83.1,
          }),
          line({
            component: 'attendance_component',
            label: 'Days attended',
            weight: 0.3,
            points: 25.86,
            percent_rank: 86.2,
          }),
          line({
            component: 'social_component',
            label: 'Social interactions',
            weight: 0.2,
            points: 14.28,
            percent_rank: 71.4,
          }),
          line({
            component: 'learning_component',
            label: 'Courses bought',
            weight: 0.1,
            points: 5.04,
            percent_rank: 50.4,
          }),
        ],
      },
    ],
    meta: META,
  };
}
