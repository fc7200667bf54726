import { analyticsTable, type RunDeps, sqlTimestamp } from './run-deps.ts';
import type { ScoringLease } from './scoring-lease.ts';

/**
 * Makes a run the one readers see for its score_date: one small transaction that moves a pointer, and only
 * while the run still holds the lease.
 */
export async function publishRun(
  { warehouse, project, clock }: RunDeps,
  { runId, scoreDate, lease }: { runId: string; scoreDate: string; lease: ScoringLease },
): Promise<void> {
  const runs = analyticsTable(project, 'score_runs');
  const now = sqlTimestamp(clock.now());
  await lease.stopRenewing();
  try {
    await movePointer();
  } catch (error) {
    // Not published: the run may try again, and needs its lease until then.
    lease.keepRenewing();
    throw error;
  }

  async function movePointer(): Promise<void> {
    await warehouse.transaction(async (session) => {
      await lease.renew(session);
      await session.execute({
        sql: `update ${runs} set published = false, superseded_at = cast(? as timestamp)
        where published and score_date = cast(? as date) and run_id <> ?`,
        binds: [now, scoreDate, runId],
      });
      await session.execute({
        sql: `update ${runs} set published = true, published_at = cast(? as timestamp) where run_id = ?`,
        binds: [now, runId],
      });
    });
  }
}
