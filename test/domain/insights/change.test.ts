import { describe, expect, it } from 'vitest';
import {
  mostTelling,
  splitSumChange,
} from '../../../server/domain/insights/detect-contribution.ts';
import { settings } from './settings.ts';

const split = (groups: Parameters<typeof splitSumChange>[0], changes = {}) =>
  splitSumChange(groups, {
    dimension: 'primary_sport',
    isCount: false,
    minimum: 10,
    settings: settings(changes),
  });

const SPORTS = [
  { group: 'Football', fans: 300, told: 300, before: 500.1, now: 480.2 },
  { group: 'Basketball', fans: 200, told: 200, before: 400.2, now: 120.1 },
  { group: null, fans: 100, told: 100, before: 99.9, now: 95.4 },
];

describe('what explains a change', () => {
  it('is split so that the parts sum to it to the cent', () => {
    const found = split(SPORTS);
    // 1000.20 before, 695.70 now.
    expect(found).toMatchObject({ before: 1000.2, now: 695.7, change: -304.5, fans: 600 });
    expect(found?.parts.map(({ group, change }) => [group, change])).toEqual([
      ['Basketball', -280.1],
      ['Football', -19.9],
      [null, -4.5],
    ]);
    expect(found?.lead.group).toBe('Basketball');
    expect(found?.leadShare).toBeCloseTo(280.1 / 304.5, 9);
    expect(found?.leadShareBefore).toBeCloseTo(400.2 / 1000.2, 9);
  });

  it('sums to it exactly for any amounts', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const groups = Array.from({ length: 7 }, (_, i) => ({
        group: `g${i}`,
        fans: 20 + i,
        told: 20 + i,
        before: ((seed * 7919 * (i + 1)) % 100_003) / 100,
        now: ((seed * 104_729 * (i + 3)) % 100_003) / 100,
      }));
      const found = split(groups, { change_lead_share: 0, change_min_share: 0 });
      if (found === undefined) continue;
      const sum = found.parts.reduce((all, part) => all + Math.round(part.change * 100), 0);
      expect(sum).toBe(Math.round(found.change * 100));
    }
  });

  it('never shows a group below the minimum, nor one that gives it away', () => {
    const found = split([...SPORTS, { group: 'Chess', fans: 9, told: 9, before: 100, now: 0 }]);
    // Chess is small; the next smallest hides it.
    expect(found?.parts.map(({ group }) => group)).toEqual(['Basketball', undefined, 'Football']);
    expect(found?.parts[1]).toMatchObject({ fans: 109, change: -104.5 });
    expect(JSON.stringify(found)).not.toContain('Chess');
  });

  it('never shows a group that differs by a few from the same of another department', () => {
    const found = split([...SPORTS, { group: 'Chess', fans: 150, told: 3, before: 100, now: 0 }]);
    expect(found?.parts.map(({ group }) => group)).toEqual(['Basketball', undefined, 'Football']);
    expect(found?.parts[1]).toMatchObject({ fans: 250, change: -104.5 });
  });

  it('is nothing where little changed, or nobody stands out', () => {
    expect(split(SPORTS, { change_min_share: 0.31 })).toBeUndefined();
    expect(split(SPORTS, { change_lead_share: 0.95 })).toBeUndefined();
    const alike = SPORTS.map((each) => ({ ...each, now: each.before / 2 }));
    expect(split(alike)).toBeUndefined();
    expect(split([])).toBeUndefined();
    expect(split(SPORTS.map((each) => ({ ...each, before: 0 })))).toBeUndefined();
  });

  it('is nothing where a count could be off by chance', () => {
    const input = { dimension: 'primary_sport', isCount: true, minimum: 10, settings: settings() };
    const groups = (now: number) => [
      { group: 'Football', fans: 300, told: 300, before: 50, now: 50 },
      { group: 'Basketball', fans: 200, told: 200, before: 50, now },
    ];
    // 100 and 142: 42 is less than 3 * sqrt(242) = 46.7; 100 and 151: 51 is more than 3 * sqrt(251) = 47.5.
    expect(splitSumChange(groups(92), input)).toBeUndefined();
    expect(splitSumChange(groups(101), input)).toMatchObject({ change: 51 });
  });

  it('is told by the dimension whose lead stands out most', () => {
    const first = split(SPORTS);
    const other = split(
      SPORTS.map((each) => ({ ...each, before: each.group === 'Basketball' ? 800 : each.before })),
    );
    if (first === undefined || other === undefined) throw new Error('both have a lead');
    const surprise = (each: typeof first) => each.leadShare - each.leadShareBefore;
    expect(mostTelling([first, other])).toBe(surprise(first) > surprise(other) ? first : other);
    expect(mostTelling([])).toBeUndefined();
  });
});
