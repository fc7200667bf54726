import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, hiddenGroups, isSuppressed } from '../../server/domain/suppression.ts';

describe('groups of one whole', () => {
  it('are all shown when none is small', () => {
    expect(hiddenGroups([10, 50, 0], 10)).toEqual([false, false, false]);
  });

  it('hide a second one, so that the total does not give the small one back', () => {
    expect(hiddenGroups([9, 50, 30], 10)).toEqual([true, false, true]);
  });

  it('need no third when two small ones are enough together', () => {
    expect(hiddenGroups([6, 50, 7], 10)).toEqual([true, false, true]);
    expect(hiddenGroups([2, 50, 3], 10)).toEqual([true, true, true]);
  });

  it('never let subtraction leave a small group', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { maxLength: 12 }),
        fc.integer({ min: 1, max: 15 }),
        (sizes, k) => {
          const hidden = hiddenGroups(sizes, k);
          const left = sizes.filter((_, i) => hidden[i]);
          const shown = sizes.filter((size, i) => !hidden[i] && size > 0);
          expect(shown.every((size) => size >= k)).toBe(true);
          const leftFans = left.reduce((sum, size) => sum + size, 0);
          if (left.length > 0 && shown.length > 0) {
            expect(left.length).toBeGreaterThan(1);
            expect(leftFans).toBeGreaterThanOrEqual(k);
          }
        },
      ),
    );
  });
});

const sport = (...values: readonly [string | null, string, number][]): Cell[] =>
  values.map(([name, tier, fans]) => ({ values: [name, tier], fans }));

describe('a filtered group', () => {
  const cells = sport(
    ['Football', 'Elite', 40],
    ['Football', 'Friend', 12],
    ['Tennis', 'Friend', 9],
    [null, 'Friend', 25],
  );
  const hides = (filter: (string | undefined)[]) => isSuppressed(cells, { filter, minimum: 10 });

  it('is hidden when small, and not when empty', () => {
    expect(hides(['Tennis', undefined])).toBe(true);
    expect(hides(['Golf', undefined])).toBe(false);
  });

  it('is hidden when it guards a small sibling', () => {
    // All Friends are 46; without Football's 12 the small group of Tennis could be computed.
    expect(hides(['Football', 'Friend'])).toBe(true);
    expect(hides([undefined, 'Friend'])).toBe(false);
  });

  it('is shown when whole', () => {
    expect(hides([undefined, undefined])).toBe(false);
    expect(hides([undefined, 'Elite'])).toBe(false);
  });

  it('is hidden when two queries would differ by one fan', () => {
    const nearly = sport(['Football', 'Elite', 40], ['Football', 'Friend', 1]);
    const filter = ['Football', 'Elite'];
    expect(isSuppressed(nearly, { filter, minimum: 10 })).toBe(true);
    expect(isSuppressed(nearly, { filter: ['Football', undefined], minimum: 10 })).toBe(false);
  });

  it('is hidden when it leaves few of the whole, though all of each of its values', () => {
    // 45 in all less the 40 of Elite Football are 5.
    const cells = sport(['Football', 'Elite', 40], ['Tennis', 'Friend', 5]);
    expect(isSuppressed(cells, { filter: ['Football', 'Elite'], minimum: 10 })).toBe(true);
  });

  it('may leave as many others as may be shown, and no fewer', () => {
    // Elite Football leaves 10 or 9 of all Elite fans, and none of all of Football's.
    const leaving = (others: number) =>
      isSuppressed(
        sport(['Football', 'Elite', 40], ['Tennis', 'Elite', 6], [null, 'Elite', others - 6]),
        {
          filter: ['Football', 'Elite'],
          minimum: 10,
        },
      );
    expect(leaving(10)).toBe(false);
    expect(leaving(9)).toBe(true);
  });

  it('shown groups never differ from a wider shown group by fewer than the minimum', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    const cell = fc.record({ values: fc.tuple(value, value), fans: fc.nat(30) });
    const wanted = fc.option(value, { nil: undefined });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 9 }), fc.tuple(wanted, wanted), (made, filter) => {
        const minimum = 10;
        if (isSuppressed(made, { filter, minimum })) return;
        const size = (f: (string | undefined)[]) =>
          made
            .filter((c) => c.values.every((v, i) => f[i] === undefined || f[i] === v))
            .reduce((sum, c) => sum + c.fans, 0);
        const own = size(filter);
        if (own === 0) return;
        expect(own).toBeGreaterThanOrEqual(minimum);
        for (const wider of [
          [undefined, filter[1]],
          [filter[0], undefined],
          [undefined, undefined],
        ]) {
          const others = size(wider) - own;
          expect(others === 0 || others >= minimum).toBe(true);
        }
      }),
    );
  });
});
