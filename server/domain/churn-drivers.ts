import { type Contribution, isActionable } from './churn-reasons.ts';
import { formatNumber } from './format-number.ts';
import { featureLabel } from './learning/model-words.ts';
import { numberOrNull, type Values } from './values.ts';

/** One feature's part in the risk of the fans at risk. */
export interface ChurnDriver extends Contribution {
  readonly label: string;
  /** 0..1 of everything that raises their risk. */
  readonly share: number;
  readonly actionable: boolean;
  readonly text: string;
}

/** Some fans, each with what its risk is made of. */
export interface ExplainedFans {
  readonly values: readonly Values[];
  readonly contributions: readonly (readonly Contribution[])[];
}

const RULE_LABELS: ReadonlyMap<string, readonly [label: string, column: string]> = new Map([
  ['inactivity', ['Days since the last engagement', 'days_since_engagement']],
  ['spend', ['Spend against the 60 days before', 'spend_rate_ratio']],
  ['engagement', ['Engagement against the 60 days before', 'engagement_rate_ratio']],
  ['sentiment', ['Change of tone on social media', 'sentiment_shift']],
]);

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, each) => sum + each, 0) / values.length;
}

function meanValue(values: readonly Values[], column: string): number {
  return mean(values.map((row) => numberOrNull(row, column) ?? 0));
}

function write(value: number): string {
  return formatNumber(value, { unit: 'points', locale: 'en-US' });
}

/**
 * What raises the risk of the fans at risk, the strongest first: the mean of each feature's contributions among
 * them, beside the mean of the feature itself among them and among all.
 */
export function churnDrivers(atRisk: ExplainedFans, all: ExplainedFans): ChurnDriver[] {
  const features = atRisk.contributions[0]?.map(({ feature }) => feature) ?? [];
  const raised = features.map((feature, at) => ({
    feature,
    points: mean(atRisk.contributions.map((each) => each[at]?.points ?? 0)),
  }));
  const total = raised.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  return raised
    .sort((one, other) => other.points - one.points)
    .map(({ feature, points }) => {
      const [label, column] = RULE_LABELS.get(feature) ?? [featureLabel(feature), feature];
      const [own, usual] = [meanValue(atRisk.values, column), meanValue(all.values, column)];
      return {
        feature,
        label,
        points: Math.round(points * 10) / 10,
        share: total > 0 ? Math.round((Math.max(0, points) / total) * 1e4) / 1e4 : 0,
        actionable: isActionable(feature),
        text: `${write(own)} on average among fans at risk, ${write(usual)} among all.`,
      };
    });
}
