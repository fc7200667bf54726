import type { ChurnFans, ChurnSummary, ModelQuality } from '../../server/contract/index.ts';
import { META } from './answer-parts.ts';

const TIERS = ['Elite', 'Champion', 'Supporter', 'Friend', 'Explorer'] as const;

/** Fans per tier and ten points of risk, half of them in each five; Elite's highest cells are too small to be shown. */
const CELLS: Readonly<Record<(typeof TIERS)[number], readonly (number | null)[]>> = {
  Elite: [41, 22, 14, 10, null, null, null, null, null, null],
  Champion: [190, 121, 88, 52, 40, 31, 25, 18, 12, 10],
  Supporter: [310, 244, 190, 151, 122, 101, 84, 66, 41, 22],
  Friend: [201, 240, 233, 210, 204, 190, 171, 142, 98, 60],
  Explorer: [33, 41, 64, 101, 144, 180, 201, 232, 190, 164],
};

const BINS = Array.from({ length: 20 }, (_, bin) => ({ from: bin * 5, to: bin * 5 + 5 }));

const HISTOGRAM = TIERS.flatMap((tier) =>
  BINS.map(({ from, to }, bin) => {
    const both = CELLS[tier][Math.floor(bin / 2)] ?? null;
    return { tier, from, to, fans: both === null ? null : Math.floor((both + (bin % 2)) / 2) };
  }),
);

export function modelQuality(changes: Partial<ModelQuality> = {}): ModelQuality {
  return {
    version: 'churn_20250301_7f3a',
    kind: 'churn',
    trained_at: '2025-03-02T08:10:00.000Z',
    snapshot_date: '2024-12-01',
    data_cut_off: '2025-03-01',
    rows: 4200,
    held_out_rows: 840,
    class_balance: 0.214,
    metrics: { auc: 0.884, log_loss: 0.318, brier: 0.101, lift_at_10: 3.9, mae: null, r2: null },
    baselines: [
      { name: 'churn_risk_score', label: 'the rule', metric: 'auc', value: 0.731 },
      {
        name: 'days_since_last_engagement',
        label: 'days since the last engagement',
        metric: 'auc',
        value: 0.842,
      },
    ],
    calibration: Array.from({ length: 10 }, (_, bin) => ({
      from: bin / 10,
      to: (bin + 1) / 10,
      rows: 300 - 30 * bin,
      predicted: (bin + 0.45) / 10,
      observed: (bin + 0.5) / 10,
    })),
    importances: [
      {
        feature: 'days_since_last_engagement',
        label: 'Days since the last engagement',
        share: 0.46,
      },
      { feature: 'engagement_score', label: 'Engagement score', share: 0.31 },
      { feature: 'value_score', label: 'Value score', share: 0.23 },
    ],
    text: 'Of two fans, one who lapsed and one who stayed, it ranks the one who lapsed higher in 88 of 100 cases.',
    ...changes,
  };
}

export function churnSummary(changes: Partial<ChurnSummary> = {}): ChurnSummary {
  return {
    churn_source: 'model',
    fans: 5000,
    suppressed: false,
    minimum: 10,
    at_risk: { fans: 1073, suppressed: false },
    elite_at_risk: { fans: null, suppressed: true },
    contactable: { fans: 512, suppressed: false },
    value_at_risk: { value: 184_220.55, fans: 1073, suppressed: false },
    ltv_model: 'ltv_20250301_7f3a',
    histogram: HISTOGRAM,
    histogram_bins: BINS.map((edges) => ({
      ...edges,
      fans: HISTOGRAM.reduce(
        (sum, { from, fans }) => sum + (from === edges.from ? (fans ?? 0) : 0),
        0,
      ),
    })),
    drivers: [
      {
        feature: 'days_since_last_engagement',
        label: 'Days since the last engagement',
        points: 31.4,
        share: 0.62,
        actionable: true,
        text: '81 on average among fans at risk, 23 among all.',
      },
      {
        feature: 'engagement_score',
        label: 'Engagement score',
        points: 19.2,
        share: 0.38,
        actionable: true,
        text: '11 on average among fans at risk, 46 among all.',
      },
      {
        feature: 'engagements_last_30d',
        label: 'Engagements in the last 30 days',
        points: 5.1,
        share: 0.1,
        actionable: true,
        text: '0.4 on average among fans at risk, 6.8 among all.',
      },
      {
        feature: 'value_score',
        label: 'Value score',
        points: 2.6,
        share: 0.05,
        actionable: true,
        text: '9.1 on average among fans at risk, 44.1 among all.',
      },
      {
        feature: 'loyalty_score',
        label: 'Loyalty score',
        points: 1.5,
        share: 0.03,
        actionable: true,
        text: '45.2 on average among fans at risk, 48.7 among all.',
      },
    ],
    backward: {
      flagged_on: '2024-12-01',
      flagged: 840,
      lapsed: 590,
      others_lapsed_share: 0.081,
      churn_source: 'model',
      why: null,
    },
    model: modelQuality(),
    meta: META,
    ...changes,
  };
}

export function churnFans(changes: Partial<ChurnFans> = {}): ChurnFans {
  return {
    items: [
      {
        wonder_id: 'W1',
        first_name: null,
        last_name: null,
        wonder_score: 74.27,
        wonder_score_tier: 'Champion',
        loyalty_tier: 'Gold',
        primary_sport: 'Football',
        primary_affiliation: 'Alumni',
        churn_probability: 0.8125,
        churn_risk: 81.25,
        churn_risk_level: 'high',
        churn_source: 'model',
        predicted_ltv: 920.4,
        value_at_risk: 747.83,
        lifetime_value: 1840,
        contactable: true,
        days_since_last_engagement: 74,
        reasons: [
          {
            feature: 'days_since_last_engagement',
            text: 'No engagement for 74 days',
            value: 74,
            points: 22.1,
          },
          {
            feature: 'spend_last_30d',
            text: 'No spend in the last 30 days, after $120.00 in the 60 before',
            value: 0,
            points: 8.4,
          },
          { feature: 'complaint_count', text: '2 complaints in 90 days', value: 2, points: 3.2 },
        ],
      },
    ],
    total: 1,
    next_cursor: null,
    sorted_by: 'value_at_risk',
    meta: META,
    ...changes,
  };
}
