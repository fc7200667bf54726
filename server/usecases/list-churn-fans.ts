import { churnReasons } from '../domain/churn-reasons.ts';
import { encodeCursor } from '../domain/cursor.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import { askedFilters } from './asked-filters.ts';
import { contributionsOf, findChurnModel } from './churn-model.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';

/** What the list is narrowed by; undefined: not at all. */
export interface ChurnFilter {
  readonly sport?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly loyalty_tier?: string | undefined;
  readonly tier?: string | undefined;
  readonly wonder_id?: string | undefined;
  readonly min_risk: number;
  readonly max_risk?: number | undefined;
  /** Only those who may be written to, or only the others. */
  readonly contactable?: 'true' | 'false' | undefined;
}

export type ChurnSort = 'value_at_risk' | 'churn_risk';

export interface ChurnPage extends ReadContext {
  readonly filter: ChurnFilter;
  readonly sort: ChurnSort;
  readonly limit: number;
  /** Sort value and wonder_id of the last row of the page before. */
  readonly after?: readonly [string, string] | undefined;
}

/** A filter as one text, so that a cursor cannot be carried over to another list. */
export function churnFilterKey(filter: ChurnFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return fingerprint(JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** By value at risk where both models predicted the run, else by risk. */
export async function churnSortOf({ queries }: ReadDeps, input: ReadContext): Promise<ChurnSort> {
  const [row] = await queries.rows('churn_run_models', {
    ...asking(input),
    binds: [input.run.runId, input.run.scoreDate],
  });
  return row?.churn_model == null || row.ltv_model == null ? 'churn_risk' : 'value_at_risk';
}

/** A page of the fans in scope by what their leaving would cost, each with its reasons. */
export async function listChurnFans(deps: ReadDeps, input: ChurnPage) {
  const { run, filter, sort, limit, after } = input;
  const ofRun = [run.runId, run.scoreDate];
  const { wonder_id, min_risk, max_risk, contactable = 'any' } = filter;
  const { asked, vars } = askedFilters(filter);
  const rows = await deps.queries.rows('churn_fans', {
    ...asking(input),
    vars: { ...vars, sort_column: sort, contactable },
    binds: [
      ...asked,
      ...[wonder_id, min_risk, max_risk].map((value) => value ?? null),
      ...(after ?? [null, null]),
      ...ofRun,
      limit + 1,
    ],
  });
  const found = rows.filter((row) => row.wonder_id !== null).slice(0, limit);
  const version = found[0] === undefined ? null : textOrNull(found[0], 'churn_model');
  const model = version === null ? undefined : await findChurnModel(deps, version, input.signal);
  const contributions = contributionsOf(found, model, deps);
  const items = found.map((row, at) => ({
    ...row,
    reasons: churnReasons(contributions[at] ?? [], row),
  }));
  const last = found.at(-1);
  return {
    items,
    total: rows[0] === undefined ? 0 : numberOf(rows[0], 'total'),
    sorted_by: sort,
    next_cursor:
      rows.length > limit && last !== undefined
        ? encodeCursor({
            runId: run.runId,
            sort,
            filter: churnFilterKey(filter),
            last: [String(last[sort]), textOf(last, 'wonder_id')],
          })
        : null,
  };
}
