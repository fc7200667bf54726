import { expect, it } from 'vitest';
import { modelLine } from '../../server/entry/cli/model-line.ts';
import type { ModelDrift } from '../../server/usecases/model-drift.ts';
import type { TrainingRecord } from '../../server/usecases/training-records.ts';

const RECORD: TrainingRecord = {
  version: 'churn_20250301_a',
  kind: 'churn',
  trainedAt: '2025-03-02T08:00:00Z',
  runId: '20250301_a',
  snapshotDate: '2024-12-01',
  dataCutOff: '2025-03-01',
  seed: 1,
  published: false,
  publishedAt: null,
  treesKept: true,
  refusedBecause: null,
  figures: null,
};
const moved = (label: string, psi: number, level: 'stable' | 'moved' | 'shifted') => ({
  feature: label,
  label,
  psi,
  level,
});
const DRIFT: ModelDrift = {
  run_id: '20250308_b',
  score_date: '2025-03-08',
  level: 'shifted',
  features: [moved('Account age', 0.3124, 'shifted'), moved('Value score', 0.2, 'moved')],
  predictions: { psi: 0.25, level: 'shifted' },
};

it('says where a training stands, and that its refusal was overruled', () => {
  expect(modelLine(RECORD, undefined)).toBe('churn_20250301_a  retired  data up to 2025-03-01');
  const refused = { ...RECORD, refusedBecause: 'It is worse.' };
  expect(modelLine(refused, undefined)).toMatch(/ refused .* {2}It is worse\.$/);
  expect(modelLine({ ...refused, published: true }, undefined)).toMatch(
    / in use .* {2}put in use by hand; its training was refused: It is worse\.$/,
  );
});

it('says that predictions moved and what moved them, and nothing where only features did', () => {
  expect(modelLine(RECORD, DRIFT)).toMatch(
    / {2}shifted since, as of 2025-03-08 \(PSI\): Predictions 0\.25, Account age 0\.31, Value score 0\.20$/,
  );
  expect(modelLine(RECORD, { ...DRIFT, level: 'stable' })).toBe(modelLine(RECORD, undefined));
});
