import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayOfDate, dayOfKey } from './calendar.ts';
import { parseCsv } from './csv.ts';
import { Fraction, formatHundredths, round2 } from './fraction.ts';
import { readLanding, writeLanding } from './landing-folder.ts';
import { randomLanding } from './random/landing.ts';
import { descendingPercentRanks, percentRanks } from './ranks.ts';

describe('the CSV reader', () => {
  it('reads quotes, commas, line breaks, both line ends and a last line without one', () => {
    expect(parseCsv('a,b\r\n"x, ""y""\nz",\n,2')).toEqual([
      { a: 'x, "y"\nz', b: null },
      { a: null, b: '2' },
    ]);
  });

  it('takes an empty last field as null, and a header alone as no rows', () => {
    expect(parseCsv('a,b\n1,')).toEqual([{ a: '1', b: null }]);
    expect(parseCsv('a,b\n')).toEqual([]);
  });

  it('refuses a record with too few fields', () => {
    expect(() => parseCsv('a,b\n1\n')).toThrow('record 2 has 1 fields, not 2');
  });
});

describe('round2', () => {
  it.each([
    [1_005n, 1_000n, '1.01'],
    [-5n, 1_000n, '-0.01'],
    [2n, 3n, '0.67'],
    [49_999_949n, 10_000_000_000n, '0.00'],
    // To 8 decimals first: what is next to half a cent there is half a cent.
    [49_999_951n, 10_000_000_000n, '0.01'],
  ])('of %s/%s is %s', (top, bottom, text) => {
    expect(formatHundredths(round2(Fraction.of(top, bottom)))).toBe(text);
  });
});

describe('the calendar', () => {
  it.each([20250230, 20230229, 20241301, 20250100, 19000229, 0, -20250101, 2025, 99999999])(
    'has no %s',
    (key) => expect(dayOfKey(key)).toBeNull(),
  );

  it('knows leap days and counts across years', () => {
    expect(dayOfKey(20240229)).toBe(dayOfDate('2024-02-29'));
    expect(dateOfDay((dayOfDate('2025-03-01') ?? 0) - 90)).toBe('2024-12-01');
  });
});

describe('percent ranks', () => {
  it('share a rank among ties, leave a single row at 0 and turn round when descending', () => {
    const values = [5n, 1n, 5n, 9n];
    const show = (ranks: readonly Fraction[]) => ranks.map(({ top, bottom }) => `${top}/${bottom}`);
    expect(show(percentRanks(values))).toEqual(['1/3', '0/3', '1/3', '3/3']);
    expect(show(descendingPercentRanks(values))).toEqual(['1/3', '3/3', '1/3', '0/3']);
    expect(show(percentRanks([7n]))).toEqual(['0/1']);
  });
});

describe('the random landing', () => {
  it('is the same for the same seed and comes back from its files unchanged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'landing-'));
    try {
      for (let seed = 1; seed <= 20; seed += 1) {
        const { landing } = randomLanding(seed);
        expect(randomLanding(seed).landing).toEqual(landing);
        writeLanding(folder, landing);
        expect(readLanding(folder)).toEqual(landing);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
