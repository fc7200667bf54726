import { isWonderError } from '../domain/errors.ts';
import { toProblem } from './errors.ts';

/** True for errors nobody foresaw, or that are ours to mend: they belong in the log with their cause. */
export function isOurFault(thrown: unknown): boolean {
  if (!isWonderError(thrown)) return true;
  return toProblem(thrown, '').problem.status >= 500;
}
