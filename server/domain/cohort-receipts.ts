import { allotPoints, sumPoints } from './allot.ts';
import { baseReceipts, type Rules } from './base-receipts.ts';
import { limitLine, type ReceiptLine, type ScoreReceipt } from './receipt.ts';
import { BASE_SCORES } from './score-names.ts';
import type { Values } from './values.ts';

/** Raw inputs are not averaged: those that few fans have would tell of few. */
const NO_INPUTS: Values = {
  attended_days: 0,
  digital_activity: 0,
  social_posts: 0,
  courses: 0,
  account_age_days: null,
  redemptions: 0,
  tier_changes: 0,
  revenue: 0,
  purchase_days: 0,
  days_since_purchase: 0,
  categories: 0,
  nps_average: null,
  review_average: null,
  social_average: null,
  complaints: 0,
  referrals: 0,
  conversions: 0,
  reach: 0,
  hostings: 0,
};

/** What averages that were rounded one by one may be off by together; beyond that, scores were cut off. */
const ROUNDING = 0.05;

function rawPoints({ component, weight, points }: ReceiptLine, averages: Values): number {
  const average = averages[component];
  if (typeof average !== 'number') return points;
  const isRank = weight !== null && !/^(nps|review|sentiment)_component$/.test(component);
  return isRank ? weight * average : average;
}

/** Lines whose points add up to the average, one for what limits took off where they did. */
function resettle(receipt: ScoreReceipt, averages: Values): ScoreReceipt {
  const lines = receipt.lines.flatMap((line): ReceiptLine[] =>
    line.component === 'limit'
      ? []
      : [
          {
            ...line,
            points: rawPoints(line, averages),
            input: null,
            input_unit: null,
            default_used: false,
          },
        ],
  );
  const beyond = receipt.value - lines.reduce((sum, line) => sum + line.points, 0);
  const all =
    Math.abs(beyond) > ROUNDING ? [...lines, limitLine('Cut off at 0 and 100', beyond)] : lines;
  const points = allotPoints(
    all.map((line) => line.points),
    receipt.value,
  );
  return {
    ...receipt,
    lines: all.map((line, index) => ({ ...line, points: points[index] ?? 0 })),
    points_total: sumPoints(points),
    default_used: false,
  };
}

/**
 * How the averages of a group came about, from the averages of its components: mean rank, weight, mean points.
 * The points of the lines add up to the average.
 */
export function cohortReceipts(averages: Values, rules: Rules): ScoreReceipt[] {
  const own = Object.fromEntries(BASE_SCORES.map((score) => [`has_${score}`, true]));
  const scores = { ...averages, ...own, loyalty_tier: null };
  return baseReceipts({ scores, inputs: NO_INPUTS, rules }).map((receipt) =>
    resettle(receipt, averages),
  );
}
