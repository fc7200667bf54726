import { expect, it } from 'vitest';
import { WONDER_TIERS } from '../../server/domain/tiers.ts';
import { createRandom } from '../../server/domain/trees/random.ts';
import type { Values } from '../../server/domain/values.ts';
import { churnHistogram } from '../../server/usecases/churn-histogram.ts';

// Without fans of no sport, whom nobody can ask for, the sports add up to everybody.
const SPORTS = ['Baseball', 'Basketball', 'Football'];
const COLUMNS = ['primary_sport', 'primary_affiliation', 'loyalty_tier', 'wonder_score_tier'];
const MINIMUM = 10;
const BINS = 20;

/** Fans per sport, tier and five points of risk. */
function madeRows(fansOf: () => number): Values[] {
  return SPORTS.flatMap((primary_sport) =>
    WONDER_TIERS.flatMap((wonder_score_tier) =>
      Array.from({ length: BINS }, (_, risk_bin) => ({
        primary_sport,
        primary_affiliation: 'Alumni',
        loyalty_tier: 'Gold',
        wonder_score_tier,
        risk_bin,
        fans: fansOf(),
      })),
    ),
  );
}

const histogramOf = (rows: readonly Values[], filter: string[] = []) =>
  churnHistogram(rows, { columns: COLUMNS, filter, minimum: MINIMUM, hides: 'none' });

it('shows every cell of a large group as it is', () => {
  const rows = madeRows(() => 50);
  const football = histogramOf(rows, ['Football']);
  expect(football.histogram.map(({ fans }) => fans)).toEqual(Array(100).fill(50));
  expect(football.histogram_bins.map(({ fans }) => fans)).toEqual(Array(BINS).fill(250));
  expect(histogramOf(rows).histogram.map(({ fans }) => fans)).toEqual(Array(100).fill(150));
});

it('hides a second group where the sum of all would give the first away', () => {
  const random = createRandom(1);
  for (let turn = 0; turn < 40; turn += 1) {
    const rows = madeRows(() => random.below(3) * random.below(25));
    const sports = SPORTS.map((sport) => histogramOf(rows, [sport]));
    for (const [cell, { tier, from }] of histogramOf(rows).histogram.entries()) {
      const sizes = SPORTS.map((sport) => {
        const is = (row: Values) =>
          row.primary_sport === sport &&
          row.wonder_score_tier === tier &&
          row.risk_bin === from / 5;
        return Number(rows.find(is)?.fans);
      });
      const shown = sports.map(({ histogram }) => histogram[cell]?.fans ?? null);
      shown.forEach((fans, sport) => {
        expect(fans === null || fans === sizes[sport]).toBe(true);
        expect(fans === null || fans === 0 || fans >= MINIMUM).toBe(true);
      });
      const hidden = shown.filter((fans) => fans === null);
      const isAlone = sizes.filter((size) => size > 0).length === 1;
      expect(hidden.length !== 1 || isAlone, `${turn}: ${tier} from ${from}`).toBe(true);
    }
  }
});

it('tells bins whose tiers it hides, and no tier by subtracting from one', () => {
  const random = createRandom(2);
  let known = 0;
  for (let turn = 0; turn < 40; turn += 1) {
    const rows = madeRows(() => random.below(3) * random.below(25));
    for (const sport of [[], ...SPORTS.map((name) => [name])]) {
      const real = churnHistogram(rows, {
        columns: COLUMNS,
        filter: sport,
        minimum: 1,
        hides: 'none',
      });
      const { histogram, histogram_bins } = histogramOf(rows, sport);
      for (const [bin, { from, fans }] of histogram_bins.entries()) {
        const total = real.histogram_bins[bin]?.fans ?? Number.NaN;
        expect(fans === null || fans === total).toBe(true);
        expect(fans === null || fans === 0 || fans >= MINIMUM).toBe(true);
        const tiers = histogram.filter((cell) => cell.from === from);
        const hidden = tiers.filter((cell) => cell.fans === null);
        const rest = total - tiers.reduce((sum, cell) => sum + (cell.fans ?? 0), 0);
        if (fans === null || hidden.length === 0) continue;
        known += 1;
        expect(hidden.length, `${turn}: ${sport} from ${from}`).toBeGreaterThan(1);
        expect(rest).toBeGreaterThanOrEqual(MINIMUM);
      }
      const hiddenBins = histogram_bins.filter(({ fans }) => fans === null);
      expect(hiddenBins).not.toHaveLength(1);
    }
  }
  expect(known).toBeGreaterThan(100);
});

it('hides the bars that add up to a figure that is hidden', () => {
  const asked = { columns: COLUMNS, filter: ['Football'], minimum: MINIMUM };
  const rows = madeRows(() => 50);
  const hidden = churnHistogram(rows, { ...asked, hides: 'at_risk' });
  for (const [bars, each] of [
    [hidden.histogram, 50],
    [hidden.histogram_bins, 250],
  ] as const) {
    expect(bars.filter(({ from }) => from >= 70).every(({ fans }) => fans === null)).toBe(true);
    expect(bars.filter(({ from }) => from < 70).every(({ fans }) => fans === each)).toBe(true);
  }
  const all = churnHistogram(rows, { ...asked, hides: 'all' });
  expect([...all.histogram, ...all.histogram_bins].every(({ fans }) => fans === null)).toBe(true);
});
