import { describe, expect, test } from 'vitest';
import { meanAbsoluteError, rSquared } from '../../../server/domain/trees/metrics/amount-errors.ts';
import { calibrationBins } from '../../../server/domain/trees/metrics/calibration.ts';
import {
  populationStability,
  stabilityCounts,
  stabilityEdges,
} from '../../../server/domain/trees/metrics/population-stability.ts';
import { brierScore, logLoss } from '../../../server/domain/trees/metrics/probability-errors.ts';
import { liftAt, rankingAuc } from '../../../server/domain/trees/metrics/ranking.ts';
import { stabilityByChance } from '../../../server/domain/trees/metrics/stability-by-chance.ts';

describe('AUC', () => {
  test('is the share of pairs in the right order', () => {
    // 0.8 beats both; 0.4 beats 0.1, loses to 0.6: three pairs of four.
    expect(rankingAuc([0, 1, 0, 1], [0.1, 0.4, 0.6, 0.8])).toBe(0.75);
  });

  test('counts ties half', () => {
    expect(rankingAuc([0, 1, 1], [0.5, 0.5, 0.9])).toBe(0.75);
    expect(rankingAuc([0, 1, 0, 1], [2, 2, 2, 2])).toBe(0.5);
  });

  test('is unknown with one class', () => {
    expect(rankingAuc([1, 1], [0.1, 0.2])).toBeNull();
    expect(rankingAuc([], [])).toBeNull();
  });
});

describe('lift', () => {
  const scores = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

  test('is the share of leavers at the top over the share among all', () => {
    expect(liftAt([1, 0, 0, 1, 0, 0, 0, 0, 0, 0], scores, 0.1)).toBe(5);
    expect(liftAt([1, 0, 0, 1, 0, 0, 0, 0, 0, 0], scores, 0.2)).toBe(2.5);
  });

  test('takes the mean of equal scores at the cut', () => {
    expect(liftAt([1, 0, 0, 0], [3, 3, 2, 1], 0.25)).toBe(2);
    expect(liftAt([0, 1, 0, 0], [3, 3, 2, 1], 0.25)).toBe(2);
  });

  test('is unknown where nobody leaves', () => {
    expect(liftAt([0, 0], [1, 2], 0.1)).toBeNull();
  });
});

test('log loss and Brier score', () => {
  expect(logLoss([1, 0], [0.5, 0.5])).toBeCloseTo(Math.LN2, 12);
  expect(logLoss([1], [0])).toBeCloseTo(34.5388, 4);
  expect(brierScore([1, 0], [0.8, 0.4])).toBeCloseTo((0.04 + 0.16) / 2, 12);
});

test('calibration compares what was promised with what came', () => {
  const bins = calibrationBins([0, 1, 1], [0.22, 0.28, 1]);
  expect(bins).toHaveLength(10);
  expect(bins[2]).toEqual({ from: 0.2, to: 0.3, rows: 2, predicted: 0.25, observed: 0.5 });
  expect(bins[9]).toMatchObject({ rows: 1, predicted: 1, observed: 1 });
  expect(bins[0]).toMatchObject({ rows: 0, predicted: null, observed: null });
});

test('errors of amounts', () => {
  expect(meanAbsoluteError([1, 2, 6], [2, 2, 4])).toBe(1);
  // Mean 3: squares 4 + 1 + 9 = 14, left over 1 + 0 + 4 = 5.
  expect(rSquared([1, 2, 6], [2, 2, 4])).toBeCloseTo(9 / 14, 12);
  expect(rSquared([5, 5], [1, 9])).toBeNull();
});

describe('population stability', () => {
  test('is 0 where nothing moved', () => {
    expect(populationStability([10, 30], [1, 3])).toBe(0);
    expect(populationStability([], [])).toBe(0);
  });

  test('sums share difference times log ratio', () => {
    // Shares 0.5, 0.5 to 0.25, 0.75.
    const expected = -0.25 * Math.log(0.5) + 0.25 * Math.log(1.5);
    expect(populationStability([50, 50], [25, 75])).toBeCloseTo(expected, 12);
  });

  test('a bin that was empty counts as a ten-thousandth', () => {
    const [was, is] = [0.0001, 0.5];
    const expected = (is - was) * Math.log(is / was) + (0.5 - 1) * Math.log(0.5);
    expect(populationStability([0, 10], [5, 5])).toBeCloseTo(expected, 12);
  });

  test('bins are tenths of the training values, missing ones apart', () => {
    const values = Array.from({ length: 20 }, (_, row) => row + 1);
    const edges = stabilityEdges(values);
    expect(edges).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18]);
    expect(stabilityCounts([0, 2, 2.5, 99, Number.NaN], edges)).toEqual([
      2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1,
    ]);
    expect(stabilityEdges([0, 0, 0, 0, 5])).toEqual([0]);
  });

  test('what chance makes of it has the 99 % point of chi-squared, by the rows of both', () => {
    // 21.666 of nine degrees, 6.635 of one; an empty bin is none.
    const tenths = (rows: number) => [...new Array<number>(10).fill(rows / 10), 0];
    expect(stabilityByChance(tenths(100), tenths(400))).toBeCloseTo(21.666 * 0.0125, 3);
    expect(stabilityByChance([50, 50], [50, 50]) / (6.635 * 0.02)).toBeCloseTo(1, 1);
    expect(stabilityByChance([5, 0], [9, 0])).toBe(0);
    expect(stabilityByChance([], [])).toBe(0);
  });
});
