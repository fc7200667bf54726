import { describe, expect, it } from 'vitest';
import { driftOf } from '../../server/domain/learning/drift.ts';
import { parseFigures } from '../../server/domain/learning/parse-figures.ts';
import { refusePublishing, refuseTraining } from '../../server/domain/learning/publishing-gate.ts';
import { sampleRows } from '../../server/domain/learning/row-sample.ts';
import { trainCandidate } from '../../server/domain/learning/train-candidate.ts';
import type { ModelFigures } from '../../server/domain/learning/training-job.ts';
import { inventRows } from './trees/invented-rows.ts';

const METRICS = { auc: null, log_loss: null, brier: null, lift_at_10: null, mae: null, r2: null };
const counts = { name: 'predictions', edges: [1], counts: [5, 5, 0] };

function figures(changes: Partial<ModelFigures>): ModelFigures {
  return {
    rows: 1000,
    held_out_rows: 200,
    class_balance: 0.2,
    metrics: { ...METRICS, auc: 0.8 },
    baselines: [
      { name: 'churn_risk_score', value: 0.7 },
      { name: 'days_since_last_engagement', value: 0.75 },
    ],
    published_figure: null,
    calibration: [],
    importances: [],
    reference: { features: [counts], predictions: counts },
    ...changes,
  };
}

describe('the publishing gate', () => {
  it('lets through what is strictly better than everything', () => {
    expect(refusePublishing('churn', figures({}))).toBeNull();
    expect(refusePublishing('churn', figures({ published_figure: 0.7999 }))).toBeNull();
  });

  it('refuses what is no better, and names what is', () => {
    expect(refusePublishing('churn', figures({ published_figure: 0.8 }))).toBe(
      'Its AUC of 0.8000 is not above the 0.8000 of the published model on the same fans.',
    );
    const even = [{ name: 'days_since_last_engagement', value: 0.9 }];
    expect(refusePublishing('churn', figures({ baselines: even }))).toMatch(
      /0\.9000 of days since the last engagement/,
    );
    const ltv = {
      metrics: { ...METRICS, mae: 50.5 },
      baselines: [{ name: 'net_revenue_prior_365d', value: 50.5 }],
    };
    expect(refusePublishing('ltv', figures(ltv))).toBe(
      "Its mean error of $50.50 is not below the $50.50 of last year's revenue as a guess on the same fans.",
    );
    expect(refusePublishing('churn', figures({ metrics: METRICS }))).toMatch(/one class only/);
  });

  it('refuses to train on too little, or on one class', () => {
    const labels = (rows: number, ones: number) =>
      Float64Array.from({ length: rows }, (_, row) => (row < ones ? 1 : 0));
    expect(refuseTraining('churn', labels(199, 50))).toMatch(/199 rows.*at least 200/);
    expect(refuseTraining('ltv', labels(199, 50))).toMatch(/199 rows/);
    expect(refuseTraining('churn', labels(200, 0))).toMatch(/None of the 200.*one class/);
    expect(refuseTraining('churn', labels(200, 200))).toMatch(/All of the 200.*one class/);
    expect(refuseTraining('churn', labels(200, 1))).toBeNull();
    expect(refuseTraining('ltv', labels(200, 0))).toBeNull();
  });
});

describe('a sample of rows', () => {
  it('is all of them where they fit, in their order', () => {
    const sample = sampleRows(2, 10, 1);
    for (let row = 0; row < 5; row += 1) sample.add([row, row * 2]);
    expect(sample.columns().map((column) => [...column])).toEqual([
      [0, 1, 2, 3, 4],
      [0, 2, 4, 6, 8],
    ]);
  });

  it('is even and repeatable where they do not', () => {
    const draw = (seed: number) => {
      const sample = sampleRows(1, 100, seed);
      for (let row = 0; row < 10_000; row += 1) sample.add([row]);
      expect(sample.offered).toBe(10_000);
      return [...(sample.columns()[0] ?? [])];
    };
    const drawn = draw(7);
    expect(drawn).toEqual(draw(7));
    expect(drawn).not.toEqual(draw(8));
    expect(new Set(drawn).size).toBe(100);
    const mean = drawn.reduce((sum, each) => sum + each, 0) / 100;
    // Three standard errors of the mean of 100 even draws are 866.
    expect(Math.abs(mean - 4999.5)).toBeLessThan(900);
  });
});

describe('drift', () => {
  const even = { name: 'predictions', edges: [1], counts: [5000, 5000, 0] };

  it('is the sum of share differences times the logarithm of their ratio', () => {
    expect(driftOf(even, [50, 50, 0])).toEqual({ psi: 0, level: 'stable' });
    // (0.9 - 0.5) ln(0.9 / 0.5) + (0.1 - 0.5) ln(0.1 / 0.5) = 0.2351 + 0.6438
    expect(driftOf(even, [900, 100, 0]).psi).toBeCloseTo(0.8789, 4);
  });

  it('is read in the usual way: moved from 0.1, shifted from 0.25', () => {
    // d ln((0.5 + d) / (0.5 - d)) for d = 0.15, 0.16, 0.23, 0.24: 0.0929, 0.1061, 0.2288, 0.2510
    expect(driftOf(even, [6500, 3500, 0])).toMatchObject({ level: 'stable' });
    expect(driftOf(even, [6600, 3400, 0])).toMatchObject({ level: 'moved' });
    expect(driftOf(even, [7300, 2700, 0])).toMatchObject({ level: 'moved' });
    expect(driftOf(even, [7400, 2600, 0])).toMatchObject({ level: 'shifted' });
  });

  it('is no warning where so few rows differ as much by chance', () => {
    // 0.2 ln(0.7 / 0.3) = 0.1695. Chance makes 6.6 (1/n + 1/m) of two bins: 0.33 of 40 rows and 40, 0.001
    // of 10,000 and 10,000.
    const few = { ...even, counts: [20, 20, 0] };
    expect(driftOf(few, [28, 12, 0])).toEqual({ psi: expect.closeTo(0.1695, 4), level: 'stable' });
    expect(driftOf(even, [7000, 3000, 0])).toMatchObject({ level: 'moved' });
  });
});

describe('figures', () => {
  it('come back from JSON as they were, and nothing else passes', () => {
    const { frame, labels } = inventRows(400);
    const { figures: made } = trainCandidate({
      kind: 'churn',
      names: frame.names,
      columns: frame.columns,
      labels: Float64Array.from(labels),
      baseline: Float64Array.from(labels),
      draws: Float64Array.from(labels, (_, row) => (row * 7) % labels.length),
      seed: 42,
      published: null,
    });
    expect(parseFigures(JSON.parse(JSON.stringify(made)))).toEqual(made);
    for (const broken of [null, [], {}, { ...made, rows: 'x' }, { ...made, extra: 1 }])
      expect(() => parseFigures(broken)).toThrow('cannot be read');
    expect(() => parseFigures({ ...made, reference: {} })).toThrow('cannot be read');
  });
});
