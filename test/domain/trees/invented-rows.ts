import { createFrame, type Frame } from '../../../server/domain/trees/frame.ts';
import { createRandom } from '../../../server/domain/trees/random.ts';

/** Invented fans: `days` and `score` (sometimes missing) decide the label, `noise` and `constant` do not. */
export function inventRows(rows: number, seed = 7): { frame: Frame; labels: number[] } {
  const random = createRandom(seed);
  const days: (number | null)[] = [];
  const scores: (number | null)[] = [];
  const noise: number[] = [];
  const labels: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const never = random.below(10) === 0;
    const day = random.below(366);
    const score = random.below(10_001) / 100;
    days.push(never ? null : day);
    scores.push(random.below(5) === 0 ? null : score);
    noise.push(random.below(1000) / 10);
    const risk = (never ? 0.9 : day / 500) + (60 - score) / 300;
    labels.push(random.below(1000) / 1000 < risk ? 1 : 0);
  }
  const frame = createFrame([
    ['days', days],
    ['score', scores],
    ['noise', noise],
    ['constant', new Array<number>(rows).fill(1)],
  ]);
  return { frame, labels };
}
