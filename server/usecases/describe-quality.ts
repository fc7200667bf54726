import { renderQuery } from '../modeling/queries.ts';
import type { RunDeps } from './run-deps.ts';

/** The counts of mart_data_quality, in the order a row is judged, and what each says of rows. */
const KINDS: readonly (readonly [column: string, words: string])[] = [
  ['duplicates', 'copies'],
  ['missing_key', 'fans without a key'],
  ['unknown_fan', 'of unknown fans'],
  ['no_date', 'without a possible date'],
  ['after_as_of', 'after the day'],
  ['out_of_range', 'values out of range'],
];

/** What a run left out, in words: '13 copies, 25 of unknown fans'; undefined where it left out nothing. */
export async function describeQuality(
  { warehouse, project }: Pick<RunDeps, 'warehouse' | 'project'>,
  runId: string,
): Promise<string | undefined> {
  const sql = renderQuery(project, 'run_quality', warehouse.engine);
  const [row = {}] = await warehouse.query({ sql, binds: [runId] });
  const parts = KINDS.flatMap(([column, words]) => {
    const count = Number(row[column] ?? 0);
    return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${words}`];
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}
