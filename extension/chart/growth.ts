import { easeCubicOut } from 'd3-ease';
import { interpolateNumber } from 'd3-interpolate';
import { timer } from 'd3-timer';

export interface Growth {
  readonly from: number;
  readonly to: number;
  readonly durationMs: number;
  readonly delayMs: number;
}

/** Calls `draw` with the value of each frame from `from` to `to`, last with `to` itself; returns how to stop. */
export function grow(growth: Growth, draw: (value: number) => void): () => void {
  const { from, to, durationMs, delayMs } = growth;
  if (durationMs + delayMs === 0 || from === to) {
    draw(to);
    return () => {};
  }
  draw(from);
  const at = interpolateNumber(from, to);
  const run = timer((elapsed) => {
    const part = durationMs === 0 ? 1 : elapsed / durationMs;
    draw(part >= 1 ? to : at(easeCubicOut(part)));
    if (part >= 1) run.stop();
  }, delayMs);
  return () => run.stop();
}
