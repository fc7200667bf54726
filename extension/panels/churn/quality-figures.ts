import type { ModelQuality } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

/** The numbers behind the sentence about a model, each with its name. */
export function qualityFigures(
  quality: ModelQuality,
  format: Format,
): readonly (readonly [name: string, value: string])[] {
  const { metrics, baselines, class_balance, held_out_rows } = quality;
  const known = (value: number | null, words: (value: number) => string): string =>
    value === null ? 'No data' : words(value);
  const compared = baselines
    .filter(({ metric }) => metric === 'auc')
    .map(({ label, value }) => [`AUC, ${label} alone`, known(value, format.points)] as const);
  return [
    ['AUC', known(metrics.auc, format.points)],
    ...compared,
    ['Lift, top 10%', known(metrics.lift_at_10, (lift) => `${format.change(lift)}×`)],
    ['Brier score', known(metrics.brier, format.points)],
    ['Lapse rate', known(class_balance, format.share)],
    ['Held-out fans', format.count(held_out_rows)],
    ['Trained', format.day(quality.trained_at)],
    ['Data to', format.day(quality.data_cut_off)],
  ];
}
