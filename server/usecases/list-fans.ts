import { encodeCursor } from '../domain/cursor.ts';
import type { Department } from '../domain/departments.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { withinDepartment } from '../domain/scope.ts';
import type { Segment } from '../domain/segments.ts';
import { textOf } from '../domain/text-values.ts';
import type { ChurnLevel } from '../domain/tiers.ts';
import { numberOf } from '../domain/values.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';

type YesOrNo = 'true' | 'false' | undefined;

/** What a list of fans is narrowed by; undefined: not at all. */
export interface FanFilter {
  readonly segment?: Segment | undefined;
  readonly sport?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly loyalty_tier?: string | undefined;
  readonly tier?: string | undefined;
  readonly min_score?: number | undefined;
  readonly max_score?: number | undefined;
  /** Only its fans; who asks must be allowed to see them. */
  readonly department?: Department | undefined;
  readonly churn_risk_level?: ChurnLevel | undefined;
  /** Whether they may be written to: marketing opt-in and consent. */
  readonly contactable?: YesOrNo;
  /** Whether they brought net revenue in the last 90 days. */
  readonly bought?: YesOrNo;
  /** Whether they hosted an event in the last 90 days. */
  readonly hosted?: YesOrNo;
  /** Part of a wonder_id, or of a name that the asker may see. */
  readonly q?: string | undefined;
}

export interface FanPage {
  readonly filter: FanFilter;
  /** A sort column; a leading `-` means descending. */
  readonly sort: string;
  readonly limit: number;
  /** Sort value and wonder_id of the last row of the page before. */
  readonly after?: readonly [string, string] | undefined;
}

export const DEFAULT_SORT = '-wonder_score';

const SORT_TYPES: ReadonlyMap<string, string> = new Map([
  ['wonder_id', 'varchar'],
  ['wonder_score', 'decimal(5, 2)'],
  ['engagement_score', 'decimal(5, 2)'],
  ['loyalty_score', 'decimal(5, 2)'],
  ['value_score', 'decimal(5, 2)'],
  ['sentiment_score', 'decimal(5, 2)'],
  ['advocacy_score', 'decimal(5, 2)'],
  ['churn_risk', 'decimal(5, 2)'],
  ['lifetime_value', 'decimal(18, 2)'],
]);

/** A filter as one text, so that a cursor cannot be carried over to another list. */
export function filterKey(filter: FanFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return fingerprint(JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function sortVars(sort: string): Record<string, string> {
  const descending = sort.startsWith('-');
  const column = descending ? sort.slice(1) : sort;
  const type = SORT_TYPES.get(column) ?? 'varchar';
  return {
    sort_column: SORT_TYPES.has(column) ? column : 'wonder_id',
    sort_type: type,
    sort_direction: descending ? 'desc' : 'asc',
    sort_beyond: descending ? '<' : '>',
  };
}

/** A page of the fans in scope, or of one segment's, and how many the whole list has. */
export async function listFans({ queries }: ReadDeps, input: ReadContext & FanPage) {
  const { run, filter, sort, limit, after } = input;
  const ofRun = [run.runId, run.scoreDate];
  const { segment, sport, affiliation, loyalty_tier, tier, min_score, max_score, q } = filter;
  const asked = [segment, sport, affiliation, loyalty_tier, tier, min_score, max_score, q];
  const { department, churn_risk_level = 'any' } = filter;
  const { contactable = 'any', bought = 'any', hosted = 'any' } = filter;
  const order = sortVars(sort);
  const vars = { ...order, churn_risk_level, contactable, bought, hosted };
  const rows = await queries.rows('fan_list', {
    ...asking(input),
    scope: withinDepartment(input.scope, department),
    vars,
    binds: [
      ...asked.map((value) => value ?? null),
      ...(after ?? [null, null]),
      ...ofRun,
      ...ofRun,
      ...ofRun,
      ...ofRun,
      limit + 1,
    ],
  });
  const items = rows.filter((row) => row.wonder_id !== null).slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  const next = (row: NonNullable<typeof last>) =>
    encodeCursor({
      runId: run.runId,
      sort,
      filter: filterKey(filter),
      last: [String(row[order.sort_column ?? '']), textOf(row, 'wonder_id')],
    });
  return {
    items,
    total: rows[0] === undefined ? 0 : numberOf(rows[0], 'total'),
    next_cursor: more ? next(last) : null,
  };
}
