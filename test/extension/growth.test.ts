import { describe, expect, it } from 'vitest';
import { grow } from '../../extension/chart/growth.ts';

describe('grow', () => {
  it('draws the end at once when nothing may move', () => {
    const drawn: number[] = [];
    grow({ from: 0, to: 80, durationMs: 0, delayMs: 0 }, (value) => drawn.push(value));
    expect(drawn).toEqual([80]);
  });

  it('grows from the start to exactly the end, never back', async () => {
    const drawn: number[] = [];
    await new Promise<void>((done) => {
      grow({ from: 10, to: 74.27, durationMs: 60, delayMs: 10 }, (value) => {
        drawn.push(value);
        if (value === 74.27) done();
      });
    });
    expect(drawn[0]).toBe(10);
    expect(drawn.at(-1)).toBe(74.27);
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
  });

  it('stops when told', async () => {
    const drawn: number[] = [];
    const stop = grow({ from: 0, to: 80, durationMs: 40, delayMs: 0 }, (value) =>
      drawn.push(value),
    );
    stop();
    const before = drawn.length;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(drawn).toHaveLength(before);
  });
});
