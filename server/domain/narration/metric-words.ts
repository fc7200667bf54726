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

/** A unit, the subject and other names; "fans at risk" alone are better the fewer they are. */
const TABLE: Readonly<Record<string, readonly [unit: FactUnit, subject: string, names: string]>> = {
  average_wonder_score: [
    'score',
    'WonderScore',
    `wonderscore, wonder score, wonderscores, headline score, overall score, wonder scores`,
  ],
  average_engagement: [
    'score',
    'average engagement',
    `engagement score, fan engagement, engagement, engaged`,
  ],
  average_value: [
    'score',
    'average value',
    `value score, average value score, average value, value`,
  ],
  average_sentiment: ['score', 'average sentiment', `sentiment score, fan sentiment, sentiment`],
  average_advocacy: ['score', 'average advocacy', `advocacy score, advocacy, advocates, advocate`],
  average_hospitality: [
    'score',
    'average hospitality experience',
    `hospitality experience, hospitality score, hospitality experience score, hospitality`,
  ],
  average_digital: [
    'score',
    'average digital affinity',
    `digital affinity, digital affinity score, digital score, digital engagement, digitally engaged, digitally
     inclined, digitally minded, digitally active, digitally savvy, affinity`,
  ],
  average_efficiency: [
    'score',
    'average revenue efficiency',
    `revenue efficiency, revenue efficiency score, efficiency score, efficiency of revenue, efficiency`,
  ],
  revenue: [
    'money',
    'revenue',
    `total revenue, revenue, revenues, takings, top line, top-line revenue, revenue overall`,
  ],
  revenue_per_fan: [
    'money',
    'revenue per fan',
    `revenue per fan, revenue per member, revenue from each fan, revenue for each fan, average revenue per fan,
     per-fan revenue, spend per fan, spending per fan, spent per fan, per fan, per member, per head, a head,
     per-head revenue, per-fan, per capita, arpu, each fan, a fan is worth, a fan accounts for, a fan brings in,
     a fan spends, the average fan, our average fan, a fan yields, apiece in revenue, each fan yields, each fan
     generates, for every fan, an average fan, the typical fan, each fan brought in, each fan brings in, each fan
     is worth, each fan contributed, each fan contributes, fans bring in, fans brought in, fans spend, fans spent`,
  ],
  lifetime_value: ['money', 'lifetime value', `total lifetime value, lifetime value, ltv`],
  attended_days: [
    'count',
    'days attended',
    `days attended, attended days, attendance days, days were attended, days of attendance, attendance,
     attendances, attended, days at events, days of attending`,
  ],
  email_opens: [
    'count',
    'e-mail opens',
    `e-mail opens, email opens, opens of e-mails, opens of emails, e-mails were opened, emails were opened,
     e-mails opened, emails opened, opens, opened, e-mails are being opened, emails are being opened, e-mails
     being opened, emails being opened, e-mails have been opened, emails have been opened, openings of e-mails,
     openings of our e-mails, e-mail openings, email openings, opens of our e-mails, opened e-mails, opened
     emails`,
  ],
  referrals: ['count', 'referrals', `referrals, referral`],
  hostings: [
    'count',
    'hosted events',
    `hosted events, events hosted, events were hosted, hosted an event, hostings, hosting, event hosting,
     alumni-hosted events, events held, events`,
  ],
  elite_fans: [
    'count',
    'Elite fans',
    `elite fans, elite members, elite-tier fans, elite-tier members, elite group, elite ranks, elite circle,
     elite tier, elite club, elite base, elite segment, elite numbers, elite total, elites, elite, elite
     membership, elite count, fans in the elite tier, members in the elite tier, the elite tier, are elite, is
     elite`,
  ],
  fans: [
    'count',
    'fans',
    `fan base, fan count, fan total, fan numbers, fan tally, total fans, total fan count, fan headcount, fan
     population, fan community, supporter base, our following, headcount, fanbase, membership, fans, members,
     people, audience, base, fan`,
  ],
  at_risk_fans: [
    'count',
    'fans at risk',
    `fans at risk of leaving, members at risk of leaving, people at risk of leaving, fans at risk, members at
     risk, people at risk, at-risk fans, at-risk members, fans at risk of churning, members at risk of churning,
     fans at risk of churn, members at risk of churn, at risk of churning, at risk of churn, at-risk group,
     at-risk numbers, at-risk count, at-risk population, at-risk segment, at-risk list, at-risk total, at-risk
     tally, at-risk figure, at-risk category, at-risk pool, at-risk supporters, at-risk people, supporters at
     risk, at-risk, at risk of leaving, at risk, risk`,
  ],
};

const WORDS: ReadonlyMap<string, MetricWords> = new Map(
  Object.entries(TABLE).map(([metric, [unit, subject, names]]) => [
    metric,
    {
      subject,
      unit,
      isPlural: unit === 'count',
      better: metric === 'at_risk_fans' ? 'down' : 'up',
      names: names.split(',').map((name) => name.trim().replace(/\s+/g, ' ')),
    },
  ]),
);

/** The words of a metric; undefined for one that texts do not speak of. */
export function metricWords(metric: string): MetricWords | undefined {
  return WORDS.get(metric);
}

/** Every metric that texts speak of. */
export const NARRATED_METRICS: readonly string[] = [...WORDS.keys()];
