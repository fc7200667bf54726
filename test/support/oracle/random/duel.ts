import { dateOfDay } from '../calendar.ts';
import type { Row } from '../csv.ts';
import type { Landing } from '../landing-folder.ts';
import { completeRow } from './dimensions.ts';
import type { Random } from './random.ts';

const TIERS = [
  ['Gold', 100],
  ['Commodore Elite', 85],
  ['Commodore Plus', 70],
  ['Commodore', 50],
  ['Anchor', 30],
  [null, 10],
] as const;

/**
 * Two fans, one of them idle, so that every rank of the other is 0 or 1 and the WonderScore can be
 * brought exactly onto a tier's edge, or a hundredth beside it, by the sentiment.
 */
export function duelLanding(random: Random, asOf: number): Landing {
  for (;;) {
    const duel = drawDuel(random, asOf);
    const target = random.pick([40, 55, 70, 85]) + random.pick([-0.01, 0, 0, 0.01]);
    const { nps, review, points } = duel;
    const social = Math.round(((target - points) * 10 - nps * 5 - (review - 1) * 7.5) * 10 - 100);
    if (Math.abs(social) > 100) continue;
    const fact_sentiment = [
      fact(asOf, 'fact_sentiment', { sentiment_sk: '1', nps_score: String(nps) }),
      fact(asOf, 'fact_sentiment', { sentiment_sk: '2', review_rating: String(review) }),
      fact(asOf, 'fact_sentiment', { sentiment_sk: '3', sentiment_score: String(social) }),
    ];
    return { ...duel.landing, fact_sentiment };
  }
}

function drawDuel(random: Random, asOf: number) {
  const has = () => random.chance(0.75);
  const [tier, tierPoints] = random.pick(TIERS);
  const [attends, visits, posts, learns, buys] = [has(), has(), has(), has(), has()];
  const [refers, shares, hosts, elder, redeems] = [has(), has(), has(), has(), has()];
  const engagement = (attends ? 30 : 0) + (visits ? 40 : 0) + (posts ? 20 : 0) + (learns ? 10 : 0);
  const loyalty = Math.min(0.4 * tierPoints + (elder ? 30 : 0) + (redeems ? 30 : 0) + 10, 100);
  const value = learns ? 100 : buys ? 52 : 0;
  const advocacy = (refers ? 40 : 0) + (shares ? 40 : 0) + (hosts ? 20 : 0);
  const born = (days: number) => dateOfDay(asOf - days);
  const fan = (sk: string, days: number): Row =>
    completeRow('dim_fan', {
      fan_sk: sk,
      wonder_id: `W${sk}`,
      current_tier: tier,
      account_created_date: born(days),
      is_active: 'true',
    });
  const maybe = (wanted: boolean, ...row: Parameters<typeof fact>) =>
    wanted ? [fact(...row)] : [];
  const share = { advocacy_sk: '2', advocacy_type: 'Mention', reach_count: '2' };
  const spend = {
    spend_sk: '1',
    product_sk: learns ? '1' : '2',
    net_revenue: learns ? '9.5' : '1',
  };
  const web = { engagement_sk: '1', engagement_channel: 'web', session_id: 's' };
  const landing: Landing = {
    dim_fan: [fan('1', 500), fan('2', elder ? 501 : 500)],
    dim_event: [],
    dim_product: [
      completeRow('dim_product', { product_sk: '1', category: 'Learning' }),
      completeRow('dim_product', { product_sk: '2', category: 'Merch' }),
    ],
    dim_campaign: [],
    fact_engagement: [
      ...maybe(visits, asOf, 'fact_engagement', web),
      ...maybe(posts, asOf, 'fact_engagement', {
        engagement_sk: '2',
        engagement_channel: 'social',
      }),
    ],
    fact_spend: maybe(learns || buys, asOf, 'fact_spend', spend),
    fact_loyalty: maybe(redeems, asOf, 'fact_loyalty', { activity_type: 'Redeem' }),
    fact_sentiment: [],
    fact_attendance: maybe(attends, asOf, 'fact_attendance', { event_sk: '1' }),
    fact_hospitality: [],
    fact_advocacy: [
      ...maybe(refers, asOf, 'fact_advocacy', { advocacy_sk: '1', advocacy_type: 'Referral' }),
      ...maybe(shares, asOf, 'fact_advocacy', share),
      ...maybe(hosts, asOf, 'fact_advocacy', { advocacy_sk: '3', advocacy_type: 'Alumni_Host' }),
    ],
  };
  return {
    landing,
    nps: random.between(0, 10),
    review: random.between(1, 5),
    points: 0.35 * engagement + 0.25 * loyalty + 0.25 * value + 0.05 * advocacy,
  };
}

function fact(asOf: number, table: Parameters<typeof completeRow>[0], cells: Row): Row {
  const date_key = dateOfDay(asOf).replaceAll('-', '');
  return completeRow(table, { ...cells, fan_sk: '2', date_key });
}
