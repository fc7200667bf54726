import type { FactUnit } from '../fact.ts';

/** How texts speak of a metric. */
export interface MetricWords {
  /** As a sentence names it, in lower case but for names. */
  readonly subject: string;
  readonly isPlural: boolean;
  /** Which way is better. */
  readonly better: 'up' | 'down';
  /** Unit of its value; its change is in points where this is `score`. */
  readonly unit: FactUnit;
  /** Other names of it, as lower-case words; a text may use any. */
  readonly names: readonly string[];
}

type Entry = readonly [string, MetricWords];

const score = (metric: string, subject: string, names: readonly string[]): Entry => [
  metric,
  { subject, isPlural: false, better: 'up', unit: 'score', names },
];
const money = (metric: string, subject: string, names: readonly string[]): Entry => [
  metric,
  { subject, isPlural: false, better: 'up', unit: 'money', names },
];
const count = (metric: string, subject: string, names: readonly string[]): Entry => [
  metric,
  { subject, isPlural: true, better: 'up', unit: 'count', names },
];

const WORDS: ReadonlyMap<string, MetricWords> = new Map([
  score('average_wonder_score', 'WonderScore', [
    'wonderscore',
    'wonder score',
    'wonderscores',
    'wonder scores',
  ]),
  score('average_engagement', 'average engagement', [
    'engagement score',
    'fan engagement',
    'engagement',
    'engaged',
  ]),
  score('average_value', 'average value', [
    'value score',
    'average value score',
    'average value',
    'value',
  ]),
  score('average_sentiment', 'average sentiment', [
    'sentiment score',
    'fan sentiment',
    'sentiment',
  ]),
  score('average_advocacy', 'average advocacy', [
    'advocacy score',
    'advocacy',
    'advocates',
    'advocate',
  ]),
  score('average_hospitality', 'average hospitality experience', [
    'hospitality experience',
    'hospitality score',
    'hospitality experience score',
    'hospitality',
  ]),
  score('average_digital', 'average digital affinity', [
    'digital affinity',
    'digital affinity score',
    'digital score',
    'digital engagement',
    'digitally engaged',
    'affinity',
  ]),
  score('average_efficiency', 'average revenue efficiency', [
    'revenue efficiency',
    'revenue efficiency score',
    'efficiency score',
    'efficiency',
  ]),
  money('revenue', 'revenue', ['total revenue', 'revenue', 'revenues']),
  money('revenue_per_fan', 'revenue per fan', [
    'revenue per fan',
    'revenue per member',
    'revenue from each fan',
    'revenue for each fan',
    'average revenue per fan',
    'per-fan revenue',
    'spend per fan',
    'spending per fan',
    'spent per fan',
    'per fan',
    'per member',
    'per head',
    'each fan brought in',
    'each fan brings in',
    'each fan is worth',
    'each fan contributed',
    'each fan contributes',
    'fans bring in',
    'fans brought in',
    'fans spend',
    'fans spent',
  ]),
  money('lifetime_value', 'lifetime value', ['total lifetime value', 'lifetime value', 'ltv']),
  count('attended_days', 'days attended', [
    'days attended',
    'attended days',
    'attendance days',
    'days were attended',
    'days of attendance',
    'attendance',
  ]),
  count('email_opens', 'e-mail opens', [
    'e-mail opens',
    'email opens',
    'opens of e-mails',
    'opens of emails',
    'e-mails were opened',
    'emails were opened',
    'e-mails opened',
    'emails opened',
    'opens',
    'opened',
  ]),
  count('referrals', 'referrals', ['referrals', 'referral']),
  count('hostings', 'hosted events', [
    'hosted events',
    'events hosted',
    'events were hosted',
    'hosted an event',
    'hostings',
    'hosting',
    'events',
  ]),
  count('elite_fans', 'Elite fans', [
    'elite fans',
    'elite members',
    'elite-tier fans',
    'elite-tier members',
    'elite membership',
    'elite count',
    'fans in the elite tier',
    'members in the elite tier',
    'the elite tier',
    'are elite',
    'is elite',
  ]),
  count('fans', 'fans', [
    'fan base',
    'fanbase',
    'membership',
    'fans',
    'members',
    'people',
    'audience',
    'base',
    'fan',
  ]),
  [
    'at_risk_fans',
    {
      subject: 'fans at risk',
      isPlural: true,
      better: 'down',
      unit: 'count',
      names: [
        'fans at risk of leaving',
        'members at risk of leaving',
        'people at risk of leaving',
        'fans at risk',
        'members at risk',
        'people at risk',
        'at-risk fans',
        'at-risk members',
        'fans at risk of churning',
        'members at risk of churning',
        'fans at risk of churn',
        'members at risk of churn',
        'at risk of churning',
        'at risk of churn',
        'at-risk group',
        'at-risk numbers',
        'at-risk count',
        'at-risk population',
        'at-risk segment',
        'at-risk',
        'at risk of leaving',
        'at risk',
        'risk',
      ],
    },
  ],
]);

/** The words of a metric; undefined for one that texts do not speak of. */
export function metricWords(metric: string): MetricWords | undefined {
  return WORDS.get(metric);
}

/** Every metric that texts speak of. */
export const NARRATED_METRICS: readonly string[] = [...WORDS.keys()];
