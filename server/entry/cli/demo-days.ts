import { addDays } from '../../domain/run.ts';
import type { ScoringInput } from '../../usecases/run-scoring.ts';

/** The day whose predictions can be held against what happened since. */
const LOOK_BACK_DAYS = 90;
/** Changes are counted from the run before and from 28 days before. */
const COMPARED_DAYS = 28;
const RECENT_DAYS = 1;
/** A shorter history is for trying something out, and must be quick. */
const FULL_HISTORY_DAYS = 30;

/** The days of demo data that a start scores, the oldest first. */
export function demoDays(asOf: string, history: number): string[] {
  const days = Array.from({ length: history }, (_, i) => addDays(asOf, i + 1 - history));
  const back = addDays(asOf, -LOOK_BACK_DAYS);
  return history < FULL_HISTORY_DAYS || days.includes(back) ? days : [back, ...days];
}

/** Days to be scored in words, the one to look back at told apart. */
export function describeDemoDays(days: readonly string[]): string {
  const [first = '', ...later] = days;
  if (later.length === 0) return first;
  const upTo = `up to ${later.at(-1)}`;
  return later[0] === addDays(first, 1)
    ? `${days.length} days ${upTo}`
    : `${later.length === 1 ? '1 day' : `${later.length} days`} ${upTo}, and ${first} to look back at`;
}

/**
 * What a run of a day does with models. Models are trained 90 days before the end, as a nightly run would have
 * done, and again at the end; between, only the days that others are compared with are predicted, because each
 * costs as much as all its scores.
 */
export function demoModels(asOf: string, day: string): Pick<ScoringInput, 'train' | 'predict'> {
  const isTraining = day === asOf || day === addDays(asOf, -LOOK_BACK_DAYS);
  const isPredicted =
    isTraining || day === addDays(asOf, -COMPARED_DAYS) || day >= addDays(asOf, -RECENT_DAYS);
  return { train: isTraining ? 'always' : 'never', predict: isPredicted };
}
