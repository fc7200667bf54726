import { csvLine } from '../domain/csv.ts';
import type { Segment } from '../domain/segments.ts';
import { numberOf } from '../domain/values.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';

const COLUMNS = [
  'wonder_id',
  'first_name',
  'last_name',
  'wonder_score',
  'wonder_score_tier',
  'percentile_rank',
  'engagement_score',
  'loyalty_score',
  'value_score',
  'sentiment_score',
  'advocacy_score',
  'churn_risk',
  'churn_risk_level',
  'churn_source',
  'predicted_ltv',
  'lifetime_value',
  'loyalty_tier',
  'primary_sport',
  'primary_affiliation',
  'account_age_days',
  'score_date',
] as const;

const NAME_COLUMNS: ReadonlySet<string> = new Set(['first_name', 'last_name']);

export interface SegmentCsv {
  /** Rows that follow the header line. */
  readonly total: number;
  /** Text in pieces of some thousand lines, the header line first. */
  readonly chunks: AsyncIterable<string>;
}

/** A whole segment as CSV in its order; without the columns of names where no name may be shown. */
export async function streamSegmentCsv(
  { queries }: ReadDeps,
  input: ReadContext & { readonly segment: Segment },
): Promise<SegmentCsv> {
  const { run, segment, scope } = input;
  const ofRun = [run.runId, run.scoreDate];
  const [size] = await queries.rows('segment_size', {
    ...asking(input),
    binds: [segment, ...ofRun],
  });
  const columns = COLUMNS.filter((name) => scope.named.length > 0 || !NAME_COLUMNS.has(name));
  async function* chunks() {
    yield csvLine(columns);
    const batches = queries.stream('segment_export', {
      ...asking(input),
      binds: [segment, ...ofRun, ...ofRun, ...ofRun],
    });
    for await (const rows of batches) {
      yield rows.map((row) => csvLine(columns.map((name) => row[name] ?? null))).join('');
    }
  }
  return { total: size === undefined ? 0 : numberOf(size, 'fans'), chunks: chunks() };
}
