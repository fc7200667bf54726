import { createCronSchedule } from '../adapters/system/cron-schedule.ts';
import { systemSleeper } from '../adapters/system/sleeper.ts';
import { createWebhookAlerts } from '../adapters/system/webhook-alerts.ts';
import type { HttpContext } from '../http/context.ts';
import { alertRun } from '../usecases/alert-run.ts';
import { ExtractJobs } from '../usecases/extract-jobs.ts';
import { resumeRefreshes } from '../usecases/resume-refreshes.ts';
import type { RunDeps } from '../usecases/run-deps.ts';
import { Scheduler } from '../usecases/schedule-runs.ts';
import { RunStarter } from '../usecases/start-run.ts';
import { composeExtracts, NO_EXTRACTS } from './compose-extracts.ts';
import type { Config } from './config.ts';

export interface RunsComposition
  extends Pick<HttpContext, 'runs' | 'extracts' | 'operations' | 'sleeper'> {
  /** Follows what was left open, and starts runs by the schedule from here on. */
  readonly begin: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Everything that runs by itself or on request: runs, their schedule, extracts, alerts. */
export function composeRuns(
  config: Config,
  deps: RunDeps,
  { onEnded }: { readonly onEnded: (status: string) => void },
): RunsComposition {
  const { runs: settings, timeZone } = config;
  const sleeper = systemSleeper;
  const refresher = composeExtracts(config.tableau, deps);
  const runDeps: RunDeps = {
    ...deps,
    stageRetries: { most: settings.stageRetries, delayMs: settings.stageRetryMs, sleeper },
    extracts: refresher ?? { skippedBecause: NO_EXTRACTS },
  };
  const { logger } = deps;
  const alerts =
    settings.alertWebhookUrl === undefined
      ? undefined
      : createWebhookAlerts({ url: settings.alertWebhookUrl, logger, sleeper });
  const starter = new RunStarter({
    ...runDeps,
    timeZone,
    onEnded: (record, runId) => {
      onEnded(record?.status ?? 'failed');
      if (alerts === undefined) return;
      void alertRun({ ...deps, alerts }, runId).catch((error: unknown) =>
        logger.error('an alert was not sent', { run_id: runId }, error),
      );
    },
  });
  const schedule =
    settings.schedule === undefined
      ? undefined
      : { cron: settings.schedule, times: createCronSchedule(settings.schedule, timeZone) };
  const scheduler =
    schedule === undefined
      ? undefined
      : new Scheduler({ ...deps, schedule: schedule.times, sleeper, timeZone, starter });
  const { warehouse, project, clock } = deps;
  return {
    runs: starter,
    sleeper,
    extracts: { refresher, jobs: new ExtractJobs(deps), missing: NO_EXTRACTS },
    operations: { warehouse, project, clock, timeZone, schedule },
    begin: async () => {
      await resumeRefreshes(deps, refresher);
      scheduler?.start();
    },
    stop: async () => {
      const stopped = scheduler?.stop();
      await starter.stop();
      await Promise.all([stopped, refresher?.stop()]);
    },
  };
}
