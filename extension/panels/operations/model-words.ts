import type { ModelList } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

type Model = ModelList['items'][number];

export function kindName(kind: Model['kind']): string {
  return kind === 'churn' ? 'Churn' : 'Lifetime value';
}

/** How good a model is, in its one figure. */
export function modelQuality({ kind, metrics }: Model, format: Format): string {
  if (kind === 'churn') return metrics.auc === null ? '' : `AUC ${format.points(metrics.auc)}`;
  return metrics.mae === null ? '' : `off by ${format.money(metrics.mae)}`;
}

/** Whether a model is in use, was, or was kept back. */
export function modelState({ published, published_at, refused_because }: Model): string {
  if (published) return 'Published';
  if (published_at !== null) return 'Replaced';
  return refused_because === null ? 'Not in use' : 'Kept back';
}
