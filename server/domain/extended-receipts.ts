import type { ReceiptFacts } from './base-receipts.ts';
import { type Draft, type ReceiptLine, type ScoreReceipt, settleReceipt } from './receipt.ts';
import { ruleContributions } from './rule-contributions.ts';
import { numberOf, numberOrNull } from './values.ts';

const plain = { input_unit: null, percent_rank: null, weight: null, default_used: false } as const;

type Weighted = Pick<ReceiptLine, 'component' | 'label' | 'input' | 'input_unit'> & {
  readonly weight: number;
  /** 0..1: what the weight is a share of. */
  readonly part: number;
  readonly isRank?: boolean;
  readonly default_used?: boolean;
};

function weighted({ part, isRank, ...line }: Weighted): ReceiptLine {
  const percent_rank = isRank ? Math.round(part * 10_000) / 100 : null;
  return { ...plain, ...line, percent_rank, points: 100 * line.weight * part };
}

function hospitality({ inputs, rules }: ReceiptFacts): ReceiptLine[] {
  const rating = numberOrNull(inputs, 'service_average');
  const shown = rating ?? rules('service_default');
  const experiences = numberOf(inputs, 'experiences');
  return [
    weighted({
      component: 'service',
      label: 'Service rating',
      input: shown,
      input_unit: 'of 5',
      weight: rules('hospitality_weights', 'service'),
      part: shown / 5,
      default_used: rating === null,
    }),
    weighted({
      component: 'fb',
      label: 'Food and drink spend',
      input: numberOf(inputs, 'fb_average'),
      input_unit: 'dollars a visit',
      weight: rules('hospitality_weights', 'fb'),
      part: numberOf(inputs, 'fb_rank'),
      isRank: true,
    }),
    weighted({
      component: 'frequency',
      label: 'Hospitality days',
      input: numberOf(inputs, 'hospitality_days'),
      input_unit: 'days',
      weight: rules('hospitality_weights', 'frequency'),
      part: numberOf(inputs, 'hospitality_days_rank'),
      isRank: true,
    }),
    weighted({
      component: 'repeat',
      label: 'Visits that are repeats',
      input: experiences,
      input_unit: 'visits',
      weight: rules('hospitality_weights', 'repeat'),
      part: (experiences - 1) / experiences,
    }),
  ];
}

function digital({ inputs, rules }: ReceiptFacts): ReceiptLine[] {
  return [
    weighted({
      component: 'sessions',
      label: 'Web and app sessions',
      input: numberOf(inputs, 'digital_sessions'),
      input_unit: 'sessions',
      weight: rules('digital_weights', 'sessions'),
      part: numberOf(inputs, 'sessions_rank'),
      isRank: true,
    }),
    weighted({
      component: 'seconds',
      label: 'Time on web and app',
      input: numberOf(inputs, 'digital_seconds'),
      input_unit: 'seconds',
      weight: rules('digital_weights', 'seconds'),
      part: numberOf(inputs, 'seconds_rank'),
      isRank: true,
    }),
    weighted({
      component: 'click_rate',
      label: 'Clicks per impression',
      input: numberOf(inputs, 'click_rate'),
      input_unit: 'share',
      weight: rules('digital_weights', 'click_rate'),
      part: numberOf(inputs, 'click_rate'),
      default_used: numberOf(inputs, 'impressions') === 0,
    }),
    weighted({
      component: 'mobile',
      label: 'Activity on mobile',
      input: numberOf(inputs, 'mobile_share'),
      input_unit: 'share',
      weight: rules('digital_weights', 'mobile'),
      part: numberOf(inputs, 'mobile_share'),
    }),
  ];
}

function efficiency({ scores, inputs, rules }: ReceiptFacts): ReceiptLine[] {
  const cost = numberOf(inputs, 'reward_cost');
  const revenue = numberOf(inputs, 'efficiency_revenue');
  const amount = (component: string, label: string, input: number): ReceiptLine => {
    return { ...plain, component, label, input, input_unit: 'dollars', points: 0 };
  };
  const ratio =
    cost > 0
      ? {
          component: 'revenue_per_cost',
          label: `Revenue per dollar of cost, times ${rules('efficiency_factor')}`,
          input: Math.round((revenue / cost) * 1e4) / 1e4,
          input_unit: 'dollars',
          points: (rules('efficiency_factor') * revenue) / cost,
        }
      : {
          component: 'revenue_per_cost',
          label: 'No cost to compare with',
          input: null,
          points: numberOf(scores, 'revenue_efficiency_score'),
          default_used: true,
        };
  return [
    amount('efficiency_revenue', 'Net revenue', revenue),
    amount('reward_cost', `Rewards and ${100 * rules('overhead_share')} % of revenue`, cost),
    { ...plain, ...ratio },
  ];
}

function churn({ inputs, rules }: ReceiptFacts): ReceiptLine[] {
  const points = new Map(
    ruleContributions(inputs, rules).map((part) => [part.feature, part.points]),
  );
  const line = (component: string, label: string, input: readonly [number, string]) => ({
    ...plain,
    component,
    label,
    input: input[0],
    input_unit: input[1],
    points: points.get(component) ?? 0,
  });
  const pace = (name: string, label: string) =>
    line(name, label, [numberOf(inputs, `${name}_rate_ratio`), 'times the pace before']);
  const days = numberOrNull(inputs, 'days_since_engagement');
  return [
    line('inactivity', 'Days since the last activity', [
      days ?? rules('window_days'),
      days === null ? 'days or more' : 'days',
    ]),
    pace('spend', 'Spend of the last 31 days'),
    pace('engagement', 'Activity of the last 31 days'),
    line('sentiment', 'Change of tone on social media', [
      numberOf(inputs, 'sentiment_shift'),
      'points',
    ]),
  ];
}

const EXTENDED = [
  ['hospitality', 'Hospitality', 'hospitality_experience_score', hospitality],
  ['digital', 'Digital affinity', 'digital_affinity_score', digital],
  ['efficiency', 'Revenue efficiency', 'revenue_efficiency_score', efficiency],
  ['churn', 'Churn risk (rule)', 'churn_risk_score', churn],
] as const;

/** The receipts of the extended scores that a fan has. */
export function extendedReceipts(facts: ReceiptFacts): ScoreReceipt[] {
  return EXTENDED.flatMap(([score, label, column, lines]) => {
    const value = numberOrNull(facts.scores, column);
    if (value === null) return [];
    const draft: Draft = { score, label, value, lines: lines(facts) };
    return [settleReceipt(draft)];
  });
}
