import { describe, expect, it } from 'vitest';
import { type FanSet, fewestTold } from '../../server/domain/fewest-told.ts';

const set = (name: string, parts: Readonly<Record<number, number>>): FanSet => ({
  name,
  parts: new Map(Object.entries(parts).map(([part, fans]) => [Number(part), fans])),
});

describe('the fewest fans told of', () => {
  it('are the set itself, or what it lacks of another: of the smaller of the two', () => {
    const told = fewestTold([
      set('all', { 1: 59, 2: 1 }),
      set('alumni', { 1: 59 }),
      set('student', { 2: 1 }),
    ]);
    expect(Object.fromEntries(told)).toEqual({ all: 60, alumni: 1, student: 1 });
  });

  it('are those of both sides where two sets cross', () => {
    const told = fewestTold([set('a', { 1: 50, 2: 3 }), set('b', { 1: 50, 3: 4 })]);
    expect(Object.fromEntries(told)).toEqual({ a: 7, b: 54 });
  });

  it('are those of both sides for both of two crossing sets of one size', () => {
    // 3 of a alone and 3 of b alone.
    const told = fewestTold([set('a', { 1: 50, 2: 3 }), set('b', { 1: 50, 3: 3 })]);
    expect(Object.fromEntries(told)).toEqual({ a: 6, b: 6 });
  });

  it('are all of them where sets are the same, and nobody where there is nobody', () => {
    const told = fewestTold([set('a', { 1: 50 }), set('b', { 1: 50 }), set('none', {})]);
    expect(Object.fromEntries(told)).toEqual({ a: 50, b: 50, none: 0 });
  });
});
