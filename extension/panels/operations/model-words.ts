import type { ModelList } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

type Model = ModelList['items'][number];

/** How good a model is, in its one figure, and by how many fans of its own that was measured. */
export function modelQuality({ kind, metrics, held_out_rows }: Model, format: Format): string {
  const fans = `${format.count(held_out_rows)} fans`;
  if (kind === 'churn')
    return metrics.auc === null ? '' : `AUC ${format.points(metrics.auc)} on ${fans}`;
  return metrics.mae === null ? '' : `off by ${format.money(metrics.mae)} on average of ${fans}`;
}

/** Whether a model is in use, was, or was kept back. */
export function modelState({ published, published_at, refused_because }: Model): string {
  if (published) return 'Published';
  if (published_at !== null) return 'Replaced';
  return refused_because === null ? 'Not in use' : 'Kept back';
}

/** That a model in use answers otherwise than when it was trained, and what moved; null where nothing is to be done. */
export function modelWarning({ published, drift }: Model): string | null {
  if (!published || drift?.level !== 'shifted') return null;
  const moved = drift.features.filter(({ level }) => level !== 'stable');
  const because = moved.length === 0 ? '' : ` ${moved.map(({ label }) => label).join(', ')} moved.`;
  return `Its predictions have shifted since its training.${because}`;
}
