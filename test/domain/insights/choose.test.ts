import { describe, expect, it } from 'vitest';
import { chooseInsights, hasMoved } from '../../../server/domain/insights/choose-insights.ts';
import { detectInsights } from '../../../server/domain/insights/detect-insights.ts';
import { context, departmentFacts, LAST } from './department-facts.ts';
import { settings } from './settings.ts';

const findings = detectInsights(departmentFacts(), context());
const NOTHING = new Map<string, number>();

function choose(before: { said?: Map<string, number>; dismissed?: Map<string, number> } = {}) {
  return chooseInsights(findings, {
    before: { said: NOTHING, dismissed: NOTHING, ...before },
    scoreDate: LAST,
    settings: settings(),
  });
}

describe('moving', () => {
  it('is turning round, or going further than a share of where it stood', () => {
    const from = { from: 100, share: 0.25 };
    expect([124, 125, 76, 75, -1].map((level) => hasMoved(level, from))).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
    expect(hasMoved(0, { from: 0, share: 0.25 })).toBe(false);
    expect(hasMoved(1, { from: 0, share: 0.25 })).toBe(true);
    expect(hasMoved(100, { from: 100, share: 0 })).toBe(false);
  });
});

describe('what is news', () => {
  const all = choose();
  const levels = new Map(all.map(({ key, level }) => [key, level]));

  it('is all of it on the first day, the most urgent first, each with an id of its own', () => {
    expect(all).toHaveLength(findings.length);
    expect(new Set(all.map(({ insightId }) => insightId)).size).toBe(all.length);
    expect(all[0]?.insightId).toMatch(/^ins_20250301_[0-9a-f]{16}$/);
    const ranks = all.map(({ priority }) => ['high', 'medium', 'low'].indexOf(priority));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(choose()).toEqual(all);
  });

  it('is nothing that was said, or dismissed, and stands where it stood', () => {
    expect(choose({ said: levels })).toEqual([]);
    expect(choose({ dismissed: levels })).toEqual([]);
  });

  it('is what moved since both', () => {
    const [first] = all;
    if (first === undefined) throw new Error('nothing is said');
    const elsewhere = new Map([...levels, [first.key, first.level * 2]]);
    expect(choose({ said: elsewhere }).map(({ key }) => key)).toEqual([first.key]);
    expect(choose({ said: elsewhere, dismissed: levels })).toEqual([]);
  });
});
