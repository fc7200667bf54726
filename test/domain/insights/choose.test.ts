import { describe, expect, it } from 'vitest';
import {
  chooseInsights,
  hasMoved,
  type LastSaid,
} from '../../../server/domain/insights/choose-insights.ts';
import { detectInsights } from '../../../server/domain/insights/detect-insights.ts';
import { addDays } from '../../../server/domain/run.ts';
import { context, departmentFacts, LAST } from './department-facts.ts';
import { settings } from './settings.ts';

const findings = detectInsights(departmentFacts(), context());
const NOTHING = new Map();
const YESTERDAY = addDays(LAST, -1);

function choose(before: { said?: LastSaid; dismissed?: Map<string, number> } = {}) {
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

describe('what is listed', () => {
  const all = choose();
  const levels = new Map(all.map(({ key, level }) => [key, level]));
  const said: LastSaid = new Map(all.map(({ key, level }) => [key, { level, day: YESTERDAY }]));

  it('is all of it as news on the first day, the most urgent first, each with an id of its own', () => {
    expect(all).toHaveLength(findings.length);
    expect(new Set(all.map(({ insightId }) => insightId)).size).toBe(all.length);
    expect(all[0]?.insightId).toMatch(/^ins_20250301_[0-9a-f]{16}$/);
    const ranks = all.map(({ priority }) => ['high', 'medium', 'low'].indexOf(priority));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(choose()).toEqual(all);
    expect(all.every(({ saidOn }) => saidOn === LAST)).toBe(true);
  });

  it('keeps the day it was said, and its id, while it stands where it stood', () => {
    const standing = choose({ said });
    expect(standing.map(({ key }) => key).sort()).toEqual(all.map(({ key }) => key).sort());
    expect(standing.every(({ saidOn }) => saidOn === YESTERDAY)).toBe(true);
    expect(standing[0]?.insightId).toMatch(/^ins_20250228_/);
  });

  it('is nothing that was dismissed and stands where it stood', () => {
    expect(choose({ dismissed: levels })).toEqual([]);
    expect(choose({ said, dismissed: levels })).toEqual([]);
  });

  it('is news again once it moved, first of its priority', () => {
    const moved = all.filter(({ priority }) => priority === 'medium').at(-1);
    if (moved === undefined) throw new Error('nothing of medium priority is said');
    const { key, level } = moved;
    const elsewhere = new Map([...said, [key, { level: level * 2, day: YESTERDAY }] as const]);
    const next = choose({ said: elsewhere });
    expect(next).toHaveLength(all.length);
    expect(next.filter(({ saidOn }) => saidOn === LAST).map((each) => each.key)).toEqual([key]);
    expect(next.find(({ priority }) => priority === 'medium')?.key).toBe(key);
    expect(choose({ said: elsewhere, dismissed: levels })).toEqual([]);
  });
});
