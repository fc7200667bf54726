import type { SqlProject } from '../../server/modeling/project.ts';
import { ModelRunner } from '../../server/modeling/run-models.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';

/** Rows and content of everything one run wrote, but for what names the run. */
export async function checksumOfRun(
  warehouse: Warehouse,
  project: SqlProject,
  runId: string,
): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const mart of new ModelRunner(project, warehouse).marts) {
    const [row] = await warehouse.query({
      sql: `select count(*) as row_count, cast(bit_xor(hash(kept)) as varchar) as content
        from (
          select columns(name -> name not in ('run_id', 'calculated_at', 'previous_run_id'))
          from ${mart} where run_id = ?
        ) as kept`,
      binds: [runId],
    });
    sums[mart] = `${row?.row_count} rows, ${row?.content}`;
  }
  return sums;
}

/** Run ids of the published runs, by score date. */
export async function publishedRuns(warehouse: Warehouse): Promise<Record<string, string>> {
  const rows = await warehouse.query({
    sql: 'select score_date, run_id from analytics.score_runs where published order by score_date',
  });
  return Object.fromEntries(rows.map((row) => [String(row.score_date), String(row.run_id)]));
}
