import { type FieldProblem, WonderError } from '../domain/errors.ts';

const RANGES = [
  ['min_score', 'max_score'],
  ['min_risk', 'max_risk'],
] as const;

/** Refuses a range whose lower bound is above its upper one: it can only be empty. */
export function refuseCrossed(query: Readonly<Record<string, unknown>>): void {
  const problems = RANGES.flatMap(([lower, upper]): FieldProblem[] => {
    const [least, most] = [query[lower], query[upper]];
    if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return [];
    return [
      { field: lower, message: `is above ${upper}`, allowed: `at most ${most}` },
      { field: upper, message: `is below ${lower}`, allowed: `at least ${least}` },
    ];
  });
  if (problems.length === 0) return;
  throw new WonderError('invalid_value', { detail: 'A range ends before it begins.', problems });
}
