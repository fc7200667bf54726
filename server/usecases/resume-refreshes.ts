import { textOf, textOrNull } from '../domain/text-values.ts';
import type { ExtractRefresher } from './refresh-extracts.ts';
import { analyticsTable, type RunDeps } from './run-deps.ts';
import { RunRecords } from './run-records.ts';

interface OpenStage {
  readonly runId: string;
  readonly startedAt: number;
  readonly isNewest: boolean;
}

/** Published runs whose last stage a process did not come to the end of, the newest day first. */
async function openStages({ warehouse, project, clock }: RunDeps): Promise<OpenStage[]> {
  const rows = await warehouse.query({
    sql: `select r.run_id, s.started_at, r.published
      from ${analyticsTable(project, 'score_run_stages')} as s
      inner join ${analyticsTable(project, 'score_runs')} as r on r.run_id = s.run_id
      where s.stage = 'refresh' and s.status in ('pending', 'running') and r.status = 'succeeded'
      order by r.score_date desc nulls last, r.started_at desc nulls last`,
  });
  return rows.map((row, index) => ({
    runId: textOf(row, 'run_id'),
    startedAt: Date.parse(textOrNull(row, 'started_at') ?? new Date(clock.now()).toISOString()),
    isNewest: index === 0 && row.published === true,
  }));
}

/**
 * At start: goes on following refreshes that a process before this one asked for, and ends the stages that
 * waited for them. Resolves when all of that is under way; `over` resolves when it is done.
 */
export async function resumeRefreshes(
  deps: RunDeps,
  extracts: ExtractRefresher | undefined,
): Promise<{ readonly over: Promise<unknown> }> {
  const records = new RunRecords(deps);
  const skip = async ({ runId, startedAt }: OpenStage, error: string) =>
    records.endStage(runId, {
      stage: 'refresh',
      status: 'skipped',
      rows: 0,
      startedAt,
      endedAt: deps.clock.now(),
      error,
    });
  const goOn = async ({ runId, startedAt }: OpenStage, refresher: ExtractRefresher) => {
    const { refreshed, failures, isOpen } = await refresher.refreshFor(runId, undefined);
    if (isOpen) return;
    await records.endStage(runId, {
      stage: 'refresh',
      status: failures.length === 0 ? 'succeeded' : 'failed',
      rows: refreshed,
      startedAt,
      endedAt: deps.clock.now(),
      ...(failures.length === 0 ? {} : { error: failures.join(' ') }),
    });
  };
  await extracts?.resume();
  const stages = await openStages(deps);
  const over: Promise<void>[] = [];
  for (const stage of stages) {
    if (extracts === undefined) await skip(stage, 'Tableau is no longer configured.');
    else if (stage.isNewest) over.push(goOn(stage, extracts));
    else await skip(stage, 'The service stopped before it, and a later run was published.');
  }
  return {
    over: Promise.all(over).catch((error: unknown) =>
      deps.logger.error('extracts were not followed', {}, error),
    ),
  };
}
