import type { InsightItem, InsightList } from '../../server/contract/index.ts';
import { META } from './answer-parts.ts';

const COMMON = {
  insight_date: META.score_date,
  is_new: true,
  created_at: META.calculated_at,
} as const;

const FANS = { fans_path: '/api/v1/fans?score_date=2025-03-01' };
const DAY = { ...FANS, from: '2025-03-01', to: '2025-03-01', run_id: META.run_id } as const;
const FOUR_WEEKS = { ...FANS, from: '2025-02-02', to: '2025-03-01', run_id: META.run_id } as const;

/** One insight of every type, as the service orders them. */
const ITEMS: readonly InsightItem[] = [
  {
    ...COMMON,
    insight_id: 'ins_20250301_1d0c7a52b6f0e391',
    insight_type: 'anomaly',
    department: 'executive',
    priority: 'high',
    title: 'E-mail opens far above a usual Saturday',
    description:
      'E-mail opens were 1,284 on Saturday, March 1, 2025; the median of 11 comparable days is 402.',
    metric_name: 'email_opens',
    metric_label: 'E-mail opens',
    metric_value: 1284,
    fans: 4872,
    evidence: {
      facts: [
        {
          id: 'value',
          label: 'E-mail opens that day',
          value: 1284,
          unit: 'count',
          direction: 'up',
          text: '1,284',
        },
        {
          id: 'median',
          label: 'Usual, the median of days like it',
          value: 402,
          unit: 'count',
          direction: null,
          text: '402',
        },
        {
          id: 'robust_z',
          label: 'Distance in usual spreads (robust z)',
          value: 9.4,
          unit: 'points',
          direction: 'up',
          text: '9.4',
        },
        {
          id: 'days',
          label: 'Days like it',
          value: 11,
          unit: 'count',
          direction: null,
          text: '11',
        },
      ],
      filters: {},
      ...DAY,
      method: 'Robust z against the same weekday with or without a game, in the 90 days before.',
    },
  },
  {
    ...COMMON,
    insight_id: 'ins_20250301_88c1f0a2d35e4b67',
    insight_type: 'prediction',
    department: 'executive',
    priority: 'high',
    title: '412 fans are at high risk',
    description:
      '412 fans are at high risk by the rule of activity and spend. They brought $61,900 in the last 90 days.',
    metric_name: 'at_risk_fans',
    metric_label: 'Fans at risk',
    metric_value: 412,
    fans: 412,
    evidence: {
      facts: [
        {
          id: 'fans',
          label: 'Fans at high risk by the rule',
          value: 412,
          unit: 'count',
          direction: null,
          text: '412',
        },
        {
          id: 'revenue',
          label: 'Their revenue of the last 90 days',
          value: 61900,
          unit: 'money',
          direction: null,
          text: '$61,900',
        },
      ],
      filters: { churn_risk_level: 'high' },
      ...DAY,
      method: 'Rule-based risk of 70 or more: not a probability.',
    },
  },
  {
    ...COMMON,
    insight_id: 'ins_20250301_5e2b9c04a1d7f386',
    insight_type: 'contribution',
    department: 'executive',
    priority: 'medium',
    title: 'Revenue fell by $18,300, most of it in Basketball',
    description:
      'Revenue of the last 28 days was $18,300 below the 28 days before. Basketball accounts for $12,100 of it.',
    metric_name: 'revenue',
    metric_label: 'Revenue',
    metric_value: -18300,
    fans: 4872,
    evidence: {
      facts: [
        {
          id: 'change',
          label: 'Change of revenue',
          value: -18300,
          unit: 'money',
          direction: 'down',
          text: '$18,300',
        },
        {
          id: 'part_1',
          label: 'Basketball',
          value: -12100,
          unit: 'money',
          direction: 'down',
          text: '$12,100',
        },
        {
          id: 'part_2',
          label: 'All others',
          value: -6200,
          unit: 'money',
          direction: 'down',
          text: '$6,200',
        },
      ],
      filters: { primary_sport: 'Basketball' },
      ...FOUR_WEEKS,
      method: 'Change of each group between two spans of 28 days; the parts sum to the change.',
    },
  },
  {
    ...COMMON,
    insight_id: 'ins_20250301_c9a4470e62f18bd5',
    insight_type: 'recommendation',
    department: 'executive',
    priority: 'medium',
    title: 'Win back 96 valuable fans at risk',
    description:
      '96 fans of high value are at risk and accept marketing. If one in ten stays, about $2,900 of revenue stays with them.',
    metric_name: 'revenue',
    metric_label: 'Revenue, 90 days',
    metric_value: 2900,
    fans: 96,
    evidence: {
      facts: [
        {
          id: 'fans',
          label: 'Fans to contact',
          value: 96,
          unit: 'count',
          direction: null,
          text: '96',
        },
        {
          id: 'response',
          label: 'Assumed share that answers',
          value: 10,
          unit: 'percent',
          direction: null,
          text: '10%',
        },
        {
          id: 'effect',
          label: 'Expected effect',
          value: 2900,
          unit: 'money',
          direction: null,
          text: '$2,900',
        },
      ],
      filters: { segment: 'high_value', churn_risk_level: 'high', marketing_opt_in: 'true' },
      ...DAY,
      method: 'Fans times an assumed response times their mean revenue of 90 days.',
    },
  },
  {
    ...COMMON,
    insight_id: 'ins_20250301_02f7d6be9c315a84',
    insight_type: 'trend',
    department: 'executive',
    priority: 'low',
    title: 'Average sentiment is rising',
    description: 'Average sentiment rose by 1.4 points in 28 days, from 61.0 to 62.4.',
    metric_name: 'average_sentiment',
    metric_label: 'Average sentiment',
    metric_value: 1.4,
    fans: 4872,
    evidence: {
      facts: [
        {
          id: 'change',
          label: 'Change in 28 days',
          value: 1.4,
          unit: 'points',
          direction: 'up',
          text: '1.4 points',
        },
        {
          id: 'last',
          label: 'Average sentiment now',
          value: 62.4,
          unit: 'score',
          direction: null,
          text: '62.4',
        },
      ],
      series: [
        { day: '2025-02-02', value: 61 },
        { day: '2025-02-14', value: 61.2 },
        { day: '2025-03-01', value: 62.4 },
      ],
      filters: {},
      ...FOUR_WEEKS,
      method: 'Mann-Kendall test and Theil-Sen slope over 28 days.',
    },
  },
  {
    ...COMMON,
    insight_id: 'ins_20250301_7b60e18fd24c93a5',
    insight_type: 'concentration',
    department: 'executive',
    priority: 'low',
    title: 'A tenth of the fans bring 58.2% of revenue',
    description: '487 of 4,872 fans brought 58.2% of the revenue of the last 90 days.',
    metric_name: 'revenue',
    metric_label: 'Revenue, 90 days',
    metric_value: 58.2,
    fans: 487,
    evidence: {
      facts: [
        {
          id: 'share',
          label: 'Share of the top tenth',
          value: 58.2,
          unit: 'percent',
          direction: null,
          text: '58.2%',
        },
      ],
      filters: {},
      ...DAY,
      method: 'Revenue of the tenth of fans with the most, over all revenue.',
    },
  },
];

/** A list as `GET /insights` answers it, with one insight of every type. */
export function insightList(changes: Partial<InsightList> = {}): InsightList {
  return {
    department: 'executive',
    items: [...ITEMS],
    total: ITEMS.length,
    next_cursor: null,
    meta: META,
    ...changes,
  };
}
