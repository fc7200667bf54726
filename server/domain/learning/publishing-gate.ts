import { formatNumber } from '../format-number.ts';
import type { ModelKind } from '../model-kinds.ts';
import { baselineLabel } from './model-words.ts';
import type { ModelFigures } from './training-job.ts';

/** Fewer rows teach nothing that can be relied on. */
const LEAST_ROWS = 200;

/** Why nothing can be learnt from these labels, or null. */
export function refuseTraining(kind: ModelKind, labels: Float64Array): string | null {
  if (labels.length < LEAST_ROWS) {
    return `There are ${labels.length} rows to learn from; at least ${LEAST_ROWS} are needed.`;
  }
  if (kind === 'ltv') return null;
  const lapsed = labels.reduce((sum, label) => sum + label, 0);
  if (lapsed === 0) return `None of the ${labels.length} fans lapsed: there is one class only.`;
  if (lapsed === labels.length) {
    return `All of the ${labels.length} fans lapsed: there is one class only.`;
  }
  return null;
}

/**
 * Why a trained model is not published, or null: on its held-out rows it must be strictly better than every
 * baseline and than the published model, churn by AUC, LTV by MAE.
 */
export function refusePublishing(kind: ModelKind, figures: ModelFigures): string | null {
  const rivals = figures.baselines.map(({ name, value }) => ({ name: baselineLabel(name), value }));
  if (figures.published_figure !== null) {
    rivals.push({ name: 'the published model', value: figures.published_figure });
  }
  const own = kind === 'churn' ? figures.metrics.auc : figures.metrics.mae;
  if (own === null) return 'It cannot be judged: its held-out rows are of one class only.';
  const stronger = rivals.find(({ value }) => value !== null && !isBetter(kind, own, value));
  if (stronger?.value == null) return null;
  return kind === 'churn'
    ? `Its AUC of ${own.toFixed(4)} is not above the ${stronger.value.toFixed(4)} of ${stronger.name} on the same fans.`
    : `Its mean error of ${dollars(own)} is not below the ${dollars(stronger.value)} of ${stronger.name} on the same fans.`;
}

function isBetter(kind: ModelKind, own: number, other: number): boolean {
  return kind === 'churn' ? own > other : own < other;
}

function dollars(amount: number): string {
  return amount < 1000
    ? `$${amount.toFixed(2)}`
    : formatNumber(amount, { unit: 'money', locale: 'en-US' });
}
