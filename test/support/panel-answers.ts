import type {
  FanProfile,
  Receipt,
  ScoreReceipt,
  ScoreRecord,
} from '../../server/contract/index.ts';
import { EXAMPLE_FAN, META } from './answer-parts.ts';

type Line = ScoreReceipt['lines'][number];

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
    ...EXAMPLE_FAN,
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

export function profile(changes: Partial<FanProfile> = {}): FanProfile {
  return {
    wonder_id: 'W1',
    first_name: 'Jordan',
    last_name: 'Avery',
    ...EXAMPLE_FAN,
    top_percent: 11.8,
    coverage: 1,
    segments: ['champions'],
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
