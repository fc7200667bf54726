import { isWonderError } from '../domain/errors.ts';
import type { SqlProject } from '../modeling/project.ts';
import { ModelRunner } from '../modeling/run-models.ts';
import type { Warehouse } from '../ports/warehouse.ts';
import { analyticsTable, numberVar, type RunDeps, sqlTimestamp } from './run-deps.ts';
import { ScoringLease } from './scoring-lease.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Closes what dead runs left open and deletes rows nobody may see any more. Only while holding the lease
 * as `runId`: then no other run is alive.
 */
export async function cleanUpRuns(deps: RunDeps, runId: string): Promise<void> {
  await closeDeadRuns(deps, runId);
  await dropWorkSchemas(deps, runId);
  await deleteUnwantedRows(deps, runId);
}

/** At start: takes the lease for a moment and cleans up. Does nothing while a run is in flight. */
export async function recoverRuns(deps: RunDeps): Promise<void> {
  const runId = `recovery_${deps.ids.next(8)}`;
  const lease = await ScoringLease.take(deps, runId).catch(ifInFlight);
  if (lease === undefined) return;
  try {
    await cleanUpRuns(deps, runId);
  } finally {
    await lease.release();
  }
}

function ifInFlight(error: unknown): undefined {
  if (isWonderError(error) && error.code === 'run_in_flight') return;
  throw error;
}

async function closeDeadRuns(
  { warehouse, project, clock, logger }: RunDeps,
  runId: string,
): Promise<void> {
  const now = sqlTimestamp(clock.now());
  const interrupted = 'The process that ran it stopped before it was done.';
  const stages = analyticsTable(project, 'score_run_stages');
  // A run killed between publishing and its last note was published whole: it succeeded.
  const published = await warehouse.execute({
    sql: `update ${analyticsTable(project, 'score_runs')} set status = 'succeeded', finished_at = cast(? as timestamp)
      where status = 'running' and run_id <> ? and published_at is not null`,
    binds: [now, runId],
  });
  const closed = await warehouse.execute({
    sql: `update ${analyticsTable(project, 'score_runs')} set status = 'failed', finished_at = cast(? as timestamp),
        error_code = 'interrupted', error = ?
      where status in ('running', 'queued') and run_id <> ?`,
    binds: [now, interrupted, runId],
  });
  if (published + closed === 0) return;
  await warehouse.execute({
    sql: `update ${stages} set status = 'succeeded', finished_at = cast(? as timestamp)
      where status = 'running' and stage = 'publish'
        and run_id in (select run_id from ${analyticsTable(project, 'score_runs')} where published_at is not null)`,
    binds: [now],
  });
  await warehouse.execute({
    sql: `update ${stages} set status = 'failed', finished_at = cast(? as timestamp), error = ?
      where status = 'running' and run_id <> ? and stage <> 'refresh'`,
    binds: [now, interrupted, runId],
  });
  logger.warn('closed runs that were interrupted', { runs: closed, published });
}

async function dropWorkSchemas({ warehouse }: RunDeps, runId: string): Promise<void> {
  const schemas = await warehouse.query({
    sql: `select distinct catalog_name, schema_name from information_schema.schemata
      where lower(schema_name) like 'work^_%' escape '^' and lower(schema_name) <> ?`,
    binds: [`work_${runId}`],
  });
  for (const { catalog_name, schema_name } of schemas) {
    await warehouse.execute({
      sql: `drop schema if exists ${catalog_name}.${schema_name} cascade`,
    });
  }
}

/** Runs whose rows go: never published and over; replaced some days ago; older than the retention. */
async function runsToForget(deps: RunDeps, runId: string): Promise<string[]> {
  const { warehouse, project, clock } = deps;
  const runs = analyticsTable(project, 'score_runs');
  const replacedBefore =
    clock.now() - numberVar(project, 'superseded_retention_days') * MILLISECONDS_PER_DAY;
  const retentionDays = deps.retentionDays ?? numberVar(project, 'retention_days');
  const rows = await warehouse.query({
    sql: `select r.run_id
      from ${runs} as r
      cross join (select max(score_date) as latest from ${runs} where published) as p
      where r.rows_kept and r.run_id <> ? and (
        (r.published_at is null and r.status not in ('running', 'queued'))
        or (not r.published and r.superseded_at < cast(? as timestamp))
        or (r.published and datediff('day', r.score_date, least(p.latest, cast(? as date))) > ?)
      )`,
    binds: [
      runId,
      sqlTimestamp(replacedBefore),
      sqlTimestamp(clock.now()).slice(0, 10),
      retentionDays,
    ],
  });
  return rows.map((row) => String(row.run_id));
}

async function deleteUnwantedRows(deps: RunDeps, runId: string): Promise<void> {
  const forgotten = await runsToForget(deps, runId);
  if (forgotten.length === 0) return;
  const { warehouse, project } = deps;
  const marks = forgotten.map(() => '?').join(', ');
  for (const mart of await existingMarts(project, warehouse)) {
    await warehouse.execute({
      sql: `delete from ${mart} where run_id in (${marks})`,
      binds: forgotten,
    });
  }
  // A published run past its retention is no longer published: its rows are gone.
  await warehouse.execute({
    sql: `update ${analyticsTable(project, 'score_runs')} set rows_kept = false, published = false where run_id in (${marks})`,
    binds: forgotten,
  });
}

async function existingMarts(project: SqlProject, warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.query({
    sql: 'select lower(table_schema) as table_schema, lower(table_name) as table_name from information_schema.tables',
  });
  const present = new Set(rows.map((row) => `${row.table_schema}.${row.table_name}`));
  const marts = new ModelRunner(project, warehouse).marts;
  return [...marts, analyticsTable(project, 'mart_ai_insights')].filter((mart) =>
    present.has(mart),
  );
}
