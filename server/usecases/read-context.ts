import type { Rules } from '../domain/base-receipts.ts';
import { WonderError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { PublishedRun } from './published-run.ts';
import type { QueryRunner } from './query-runner.ts';

export interface ReadDeps {
  readonly queries: QueryRunner;
  readonly rules: Rules;
  /** Smallest group shown in an aggregate. */
  readonly minimumGroup: number;
}

/** Which run is read, by whom. */
export interface ReadContext {
  readonly run: PublishedRun;
  readonly scope: Scope;
  readonly signal?: AbortSignal;
}

/** Scope and signal of a context, as a query takes them. */
export function asking({ scope, signal }: ReadContext) {
  return { scope, ...(signal === undefined ? {} : { signal }) };
}

/** Unknown and out of scope are the same answer, so that neither can be told from the other. */
export function noSuchFan(): WonderError {
  return new WonderError('not_found', { detail: 'There is no such fan, or it is out of scope.' });
}

/** For "Top x %": never 0. */
export function topPercent(percentileRank: number): number {
  return Math.max(Math.round((100 - percentileRank) * 100) / 100, 0.1);
}
