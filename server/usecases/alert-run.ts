import type { Alerts } from '../ports/alerts.ts';
import { analyticsTable, type RunDeps } from './run-deps.ts';
import { RunRecords } from './run-records.ts';

/** Tells operators of a run that failed or was refused, or whose extracts were not refreshed. */
export async function alertRun(
  deps: RunDeps & { readonly alerts: Alerts },
  runId: string,
): Promise<void> {
  const attempt = await new RunRecords(deps).findAttempt(runId);
  if (attempt === undefined) return;
  const { record, error, errorCode } = attempt;
  const about = { run_id: runId, score_date: record.score_date };
  if (record.status === 'refused') {
    const because = record.refused_because ?? 'The data gates refused it.';
    await deps.alerts.send({ kind: 'run_refused', ...about, stage: record.stage, because });
  } else if (record.status === 'failed' && errorCode !== 'interrupted') {
    const because = error ?? 'It stopped unexpectedly.';
    await deps.alerts.send({ kind: 'run_failed', ...about, stage: record.stage, because });
  } else if (record.status === 'succeeded') {
    const [refresh] = await deps.warehouse.query({
      sql: `select error from ${analyticsTable(deps.project, 'score_run_stages')}
        where run_id = ? and stage = 'refresh' and status = 'failed'`,
      binds: [runId],
    });
    if (refresh === undefined) return;
    const because = String(refresh.error ?? 'Extracts were not refreshed.');
    await deps.alerts.send({ kind: 'extracts_failed', ...about, stage: 'refresh', because });
  }
}
