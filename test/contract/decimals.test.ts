import { expect, it } from 'vitest';
import { decimals } from '../../server/contract/decimals.ts';
import { modelQualitySchema } from '../../server/contract/models.ts';
import { values } from '../../server/contract/values.ts';
import { modelQuality } from '../support/churn-answers.ts';

it('rounds what is sent to the decimals that are documented', () => {
  expect(values.share.parse(0.9304140664899999)).toBe(0.930414);
  expect(values.moneyOrNull.parse(257.4966210721433)).toBe(257.5);
  expect(values.moneyOrNull.parse(null)).toBeNull();
  expect(decimals(4).parse(586.55573)).toBe(586.5557);
  expect(values.share.safeParse(1.01).success).toBe(false);
});

it('rounds the guess without a model like the figure of the model', () => {
  const baseline = { name: 'x', label: 'x', value: 291.687193 };
  const quality = modelQuality({
    baselines: [
      { ...baseline, metric: 'mae' },
      { ...baseline, metric: 'auc', value: 0.770312 },
      { ...baseline, metric: 'mae', value: null },
    ],
  });
  expect(modelQualitySchema.parse(quality).baselines.map(({ value }) => value)).toEqual([
    291.69,
    0.7703,
    null,
  ]);
});
