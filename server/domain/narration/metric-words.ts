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
  score('average_wonder_score', 'WonderScore', ['wonderscore', 'wonder score']),
  score('average_engagement', 'average engagement', ['engagement score', 'engagement']),
  score('average_value', 'average value', ['value score', 'average value', 'value']),
  score('average_sentiment', 'average sentiment', ['sentiment score', 'sentiment']),
  score('average_advocacy', 'average advocacy', ['advocacy score', 'advocacy']),
  score('average_hospitality', 'average hospitality experience', [
    'hospitality experience',
    'hospitality score',
    'hospitality',
  ]),
  score('average_digital', 'average digital affinity', ['digital affinity', 'digital score']),
  score('average_efficiency', 'average revenue efficiency', ['revenue efficiency']),
  money('revenue', 'revenue', ['total revenue', 'revenue']),
  money('revenue_per_fan', 'revenue per fan', [
    'revenue per fan',
    'revenue per member',
    'revenue from each fan',
  ]),
  money('lifetime_value', 'lifetime value', ['lifetime value']),
  count('attended_days', 'days attended', [
    'days attended',
    'attended days',
    'attendance days',
    'attendance',
  ]),
  count('email_opens', 'e-mail opens', ['e-mail opens', 'email opens', 'opens of e-mails']),
  count('referrals', 'referrals', ['referrals']),
  count('hostings', 'hosted events', ['hosted events', 'events hosted', 'hostings']),
  count('elite_fans', 'Elite fans', ['elite fans', 'elite members', 'fans in the elite tier']),
  count('fans', 'fans', ['fans', 'members', 'people', 'fan base', 'base']),
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
        'at-risk group',
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
