import { type Draft, type ReceiptLine, type ScoreReceipt, settleReceipt } from './receipt.ts';
import { BASE_SCORE_LABELS, BASE_SCORES, type BaseScore } from './score-names.ts';
import { textOrNull } from './text-values.ts';
import { numberOf, numberOrNull, type Values } from './values.ts';

/** A weight, threshold or default of dbt_project.yml by its place: `('value_weights', 'revenue')`. */
export type Rules = (group: string, name?: string) => number;

/** What a receipt is made from, all of it stored by the run. */
export interface ReceiptFacts {
  /** Stored scores and components. */
  readonly scores: Values;
  /** Raw inputs. */
  readonly inputs: Values;
  readonly rules: Rules;
}

const plain = { input_unit: null, percent_rank: null, weight: null, default_used: false } as const;

type Ranked = Pick<ReceiptLine, 'component' | 'label' | 'input' | 'input_unit'> & {
  readonly weight: number;
  readonly default_used?: boolean;
};

function ranked({ scores }: ReceiptFacts, line: Ranked): ReceiptLine {
  const rank = numberOf(scores, line.component);
  return { ...plain, ...line, percent_rank: rank, points: line.weight * rank };
}

function engagementLines(facts: ReceiptFacts): ReceiptLine[] {
  const { inputs, rules } = facts;
  const line = (name: string, label: string, input: readonly [string, string]) =>
    ranked(facts, {
      component: `${name}_component`,
      label,
      input: numberOf(inputs, input[0]),
      input_unit: input[1],
      weight: rules('engagement_weights', name),
    });
  return [
    line('attendance', 'Days attended', ['attended_days', 'days']),
    line('digital', 'Web sessions and half the e-mail opens', ['digital_activity', 'sessions']),
    line('social', 'Social interactions', ['social_posts', 'interactions']),
    line('learning', 'Courses bought', ['courses', 'courses']),
  ];
}

function loyaltyLines(facts: ReceiptFacts): ReceiptLine[] {
  const { scores, inputs, rules } = facts;
  const tierPoints = numberOf(scores, 'tier_component');
  const weight = rules('loyalty_weights', 'tier');
  const age = numberOrNull(inputs, 'account_age_days');
  return [
    {
      ...plain,
      component: 'tier_component',
      label: 'Loyalty tier',
      input: textOrNull(scores, 'loyalty_tier'),
      input_unit: `worth ${tierPoints} of 100`,
      weight,
      points: weight * tierPoints,
      default_used: tierPoints === rules('default_tier_points'),
    },
    ranked(facts, {
      component: 'tenure_component',
      label: 'Account age',
      input: age,
      input_unit: 'days',
      weight: rules('loyalty_weights', 'tenure'),
      default_used: age === null,
    }),
    ranked(facts, {
      component: 'redemption_component',
      label: 'Rewards redeemed',
      input: numberOf(inputs, 'redemptions'),
      input_unit: 'redemptions',
      weight: rules('loyalty_weights', 'redemption'),
    }),
    {
      ...plain,
      component: 'stability_bonus',
      label: 'Bonus for a steady tier',
      input: numberOf(inputs, 'tier_changes'),
      input_unit: 'tier changes',
      points: numberOf(scores, 'stability_bonus'),
    },
  ];
}

function valueLines(facts: ReceiptFacts): ReceiptLine[] {
  const { scores, inputs, rules } = facts;
  return [
    ranked(facts, {
      component: 'revenue_component',
      label: 'Net revenue',
      input: numberOf(inputs, 'revenue'),
      input_unit: 'dollars',
      weight: rules('value_weights', 'revenue'),
    }),
    ranked(facts, {
      component: 'frequency_component',
      label: 'Days with a purchase',
      input: numberOf(inputs, 'purchase_days'),
      input_unit: 'days',
      weight: rules('value_weights', 'frequency'),
    }),
    ranked(facts, {
      component: 'recency_component',
      label: 'Days since the last purchase',
      input: numberOf(inputs, 'days_since_purchase'),
      input_unit: 'days, fewer rank higher',
      weight: rules('value_weights', 'recency'),
      default_used: numberOf(inputs, 'days_since_purchase') > rules('window_days'),
    }),
    {
      ...plain,
      component: 'breadth_bonus',
      label: 'Bonus for kinds of product bought',
      input: numberOf(inputs, 'categories'),
      input_unit: 'categories',
      points: numberOf(scores, 'breadth_bonus'),
    },
  ];
}

function sentimentLines({ scores, inputs, rules }: ReceiptFacts): ReceiptLine[] {
  const average = (name: string, label: string, [column, unit]: readonly [string, string]) => {
    const own = numberOrNull(inputs, `${name}_average`);
    return {
      ...plain,
      component: column,
      label,
      input: own ?? rules('sentiment_defaults', name),
      input_unit: unit,
      weight: rules('sentiment_weights', name),
      points: numberOf(scores, column),
      default_used: own === null,
    };
  };
  return [
    average('nps', 'Would recommend', ['nps_component', 'of 10']),
    average('review', 'Review rating', ['review_component', 'of 5']),
    average('social', 'Tone on social media', ['sentiment_component', 'of -100 to 100']),
    {
      ...plain,
      component: 'complaint_penalty',
      label: 'Complaints',
      input: numberOf(inputs, 'complaints'),
      input_unit: 'complaints',
      points: numberOf(scores, 'complaint_penalty'),
    },
  ];
}

function advocacyLines(facts: ReceiptFacts): ReceiptLine[] {
  const { inputs, rules } = facts;
  const line = (name: string, label: string, input: readonly [number, string]) =>
    ranked(facts, {
      component: `${name}_component`,
      label,
      input: input[0],
      input_unit: input[1],
      weight: rules('advocacy_weights', name),
    });
  const converted = rules('conversion_weight') * numberOf(inputs, 'conversions');
  return [
    line('referral', 'Referrals, with a bonus for converted ones', [
      numberOf(inputs, 'referrals') + converted,
      'referral points',
    ]),
    line('amplification', 'People reached', [numberOf(inputs, 'reach'), 'people']),
    line('hosting', 'Events hosted', [numberOf(inputs, 'hostings'), 'events']),
  ];
}

const LINES: Readonly<Record<BaseScore, (facts: ReceiptFacts) => ReceiptLine[]>> = {
  engagement: engagementLines,
  loyalty: loyaltyLines,
  value: valueLines,
  sentiment: sentimentLines,
  advocacy: advocacyLines,
};

/** The receipts of the WonderScore and its five base scores, from the stored components. */
export function baseReceipts(facts: ReceiptFacts): ScoreReceipt[] {
  const { scores, rules } = facts;
  const bases = BASE_SCORES.map((score): Draft => {
    const lines = LINES[score](facts);
    return {
      score,
      label: BASE_SCORE_LABELS[score],
      value: numberOf(scores, `${score}_score`),
      lines,
      defaultUsed: scores[`has_${score}`] !== true || lines.some((line) => line.default_used),
    };
  });
  const wonderLines = bases.map(({ score, label, value }): ReceiptLine => {
    const weight = rules('wonder_weights', score);
    return {
      ...plain,
      component: `${score}_score`,
      label,
      input: value,
      input_unit: 'of 100',
      weight,
      points: weight * value,
      // Said of the whole score only where nothing of it is the fan's own; its receipt says it of each part.
      default_used: scores[`has_${score}`] !== true,
    };
  });
  const wonder: Draft = {
    score: 'wonder',
    label: 'WonderScore',
    value: numberOf(scores, 'wonder_score'),
    lines: wonderLines,
  };
  return [wonder, ...bases].map(settleReceipt);
}
