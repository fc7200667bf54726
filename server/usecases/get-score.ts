import { numberOf } from '../domain/values.ts';
import type { WarehouseRow } from '../ports/warehouse.ts';
import { asking, noSuchFan, type ReadContext, type ReadDeps, topPercent } from './read-context.ts';

/** The stored record of a fan in one run. Rejects with `not_found`, also where out of scope. */
export async function findScore(
  { queries }: ReadDeps,
  input: ReadContext & { readonly wonderId: string },
): Promise<WarehouseRow> {
  const { run, wonderId } = input;
  const fan = [run.runId, run.scoreDate, wonderId];
  const [row] = await queries.rows('score_record', { ...asking(input), binds: [...fan, ...fan] });
  if (row === undefined) throw noSuchFan();
  return row;
}

/** Everything scored about one fan. */
export async function getScore(deps: ReadDeps, input: ReadContext & { readonly wonderId: string }) {
  const row = await findScore(deps, input);
  return { ...row, top_percent: topPercent(numberOf(row, 'percentile_rank')) };
}
