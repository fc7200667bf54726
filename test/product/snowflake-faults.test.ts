import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCronSchedule } from '../../server/adapters/system/cron-schedule.ts';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { systemSleeper } from '../../server/adapters/system/sleeper.ts';
import { SnowflakeWarehouse } from '../../server/adapters/warehouse/snowflake.ts';
import { isWonderError } from '../../server/domain/errors.ts';
import { recoverRuns } from '../../server/usecases/recover-runs.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { Scheduler } from '../../server/usecases/schedule-runs.ts';
import { RUN_STEPS } from '../../server/usecases/stages/run-steps.ts';
import { RunStarter } from '../../server/usecases/start-run.ts';
import { fakeOptions } from '../support/snowflake-fake/fake-options.ts';
import { BEFORE, DAY, type FakeRuns, openFakeRuns } from '../support/snowflake-fake/fake-runs.ts';
import type { Fault, RecordedStatement } from '../support/snowflake-fake/journal.ts';

const ZONE = 'America/Chicago';
const STAGES = RUN_STEPS.map(({ name }) => name);
/** As Snowflake says it while the virtual warehouse is suspended and may not be resumed. */
const AWAY: Fault = { kind: 'refuse', code: '000606', message: 'No active warehouse selected.' };

// Whole runs by the real driver; what goes wrong goes wrong on the other side of the network.
describe('a run on a Snowflake in trouble', () => {
  let runs: FakeRuns;
  let deps: RunDeps;
  let waits = 0;

  beforeAll(async () => {
    // The driver itself goes on trying for five minutes; our deadlines end that.
    runs = await openFakeRuns({ statementSeconds: 3, graceSeconds: 0, signInSeconds: 2 });
    const sleeper = {
      sleep: async () => {
        waits += 1;
      },
    };
    deps = { ...runs.deps, stageRetries: { most: 2, delayMs: 300_000, sleeper } };
  });
  beforeEach(() => {
    waits = 0;
    runs.fake.journal.clear();
  });
  afterAll(() => runs.close());

  async function score(
    onStage: (stage: string) => void = () => undefined,
    by: RunDeps = deps,
  ): Promise<string> {
    try {
      const { status } = await runScoring(by, {
        scoreDate: DAY,
        trigger: 'cli',
        onProgress: ({ stage }) => onStage(stage),
      });
      return status;
    } catch (error) {
      return isWonderError(error) ? error.code : String(error);
    }
  }

  /** All is well again, and some minutes have passed. */
  async function recover(): Promise<void> {
    runs.fake.isDown = false;
    runs.fake.journal.clear();
    await runs.fake.endAbandoned();
    runs.laterOn();
  }

  /** What readers see is whole, and the next run ends as if nothing had happened. */
  async function expectClean(): Promise<void> {
    const { [BEFORE]: before, [DAY]: day } = await runs.published();
    expect(before).toEqual(runs.undisturbed[BEFORE]);
    if (day !== undefined) expect(day).toEqual(runs.undisturbed[DAY]);
    expect(await score()).toBe('succeeded');
    expect(await runs.published()).toEqual(runs.undisturbed);
    const open = await runs.deps.warehouse.query({
      sql: "select run_id from analytics.score_runs where status = 'running'",
    });
    expect(open).toEqual([]);
  }

  const runIds = async () =>
    (await runs.deps.warehouse.query({ sql: 'select run_id from analytics.score_runs' })).length;

  it('lets one run in at a time', async () => {
    const ended = await Promise.all(Array.from({ length: 4 }, () => score()));
    expect(ended.filter((each) => each === 'succeeded')).toHaveLength(1);
    expect(ended.filter((each) => each === 'run_in_flight')).toHaveLength(3);
    await expectClean();
  });

  it('lets several instances, whose schedules strike at once, make one run of the night', async () => {
    const clock = { now: () => Date.parse('2025-03-02T08:00:30Z') };
    await deps.warehouse.execute({
      sql: "insert into analytics.schedule_marks select 'nightly', timestamp '2025-03-01 20:00:00'",
    });
    const started = new Map<string, string>();
    const instances = ['one', 'two', 'three'].map((instance) => {
      const warehouse = new SnowflakeWarehouse(fakeOptions(runs.fake.url));
      const own = { ...runs.deps, warehouse, instance, clock, ids: createRandomIds() };
      const starter = new RunStarter({ ...own, timeZone: ZONE, onEnded: () => undefined });
      const scheduler = new Scheduler({
        ...own,
        timeZone: ZONE,
        schedule: createCronSchedule('0 2 * * *', ZONE),
        // Whoever comes too early looks again at once.
        sleeper: { sleep: (_, signal) => systemSleeper.sleep(20, signal) },
        starter: {
          inFlight: starter.inFlight,
          retry: (input) => starter.retry(input),
          start: async (input) => {
            const runId = await starter.start(input);
            started.set(instance, runId);
            return runId;
          },
        },
      });
      scheduler.start();
      return { warehouse, starter, scheduler };
    });
    const nights = () =>
      deps.warehouse.query({
        sql: "select run_id, status, published from analytics.score_runs where trigger_source = 'schedule'",
      });
    await expect.poll(() => started.size).toBe(3);
    await expect.poll(async () => (await nights())[0]?.status).toBe('succeeded');
    for (const { scheduler, starter, warehouse } of instances) {
      await scheduler.stop();
      await starter.stop();
      await warehouse.close();
    }
    const [run_id] = started.values();
    expect(new Set(started.values()).size).toBe(1);
    expect(await nights()).toEqual([{ run_id, status: 'succeeded', published: true }]);
    await expectClean();
  });

  it('that is down at the start does not begin, and leaves no trace', async () => {
    const before = await runIds();
    runs.fake.isDown = true;
    expect(await score()).toBe('warehouse_unavailable');
    await recover();
    expect(await runIds()).toBe(before);
    await expectClean();
  });

  it('that dies in mid-run fails, and the next start says so', async () => {
    const published = await runs.published();
    // Without retries of ours: the driver takes seconds to give up, each time.
    const status = await score((stage) => {
      if (stage === 'extend') runs.fake.isDown = true;
    }, runs.deps);
    expect(status).toBe('warehouse_unavailable');
    await recover();
    expect(await runs.published()).toEqual(published);
    await recoverRuns(deps);
    const [last] = await deps.warehouse.query({
      sql: 'select status, error_code from analytics.score_runs order by started_at desc nulls last limit 1',
    });
    expect(last).toEqual({ status: 'failed', error_code: 'interrupted' });
    await expectClean();
  });

  it.each(STAGES)('from stage %s on publishes nothing half', async (stage) => {
    const status = await score((now) => {
      if (now === stage) runs.fake.journal.breakWith(() => AWAY);
    });
    if (stage !== 'refresh') expect(status).toBe('warehouse_unavailable');
    await recover();
    await expectClean();
  });

  it('for one statement in three ends in bounded time, with nothing half published', async () => {
    let statements = 0;
    runs.fake.journal.breakWith(() => {
      statements += 1;
      return statements % 3 === 0 ? AWAY : undefined;
    });
    expect(await score()).toBe('warehouse_unavailable');
    expect(waits).toBeLessThanOrEqual(2 * STAGES.length);
    await recover();
    await expectClean();
  });

  /** Each of some statements meets a fault once; its repetition does not. */
  function nowAndThen(every: number, fault: Fault) {
    let statements = 0;
    return ({ attempt }: RecordedStatement): Fault | undefined => {
      if (attempt > 0) return undefined;
      statements += 1;
      return statements % every === 0 ? fault : undefined;
    };
  }

  it.each<{ name: string; every: number; fault: Fault }>([
    { name: '503', every: 70, fault: { kind: 'status', status: 503 } },
    { name: 'breaks connections before it answers', every: 70, fault: { kind: 'drop' } },
    { name: 'is slow', every: 4, fault: { kind: 'slow', milliseconds: 30 } },
  ])('that says $name now and then is outlasted', async ({ every, fault }) => {
    runs.fake.journal.breakWith(nowAndThen(every, fault));
    expect(await score()).toBe('succeeded');
    expect(waits).toBe(0);
    expect(await runs.published()).toEqual(runs.undisturbed);
  });

  it('that loses sessions, or one statement, tries the stage again', async () => {
    let isLost = false;
    runs.fake.journal.breakWith(({ sql }) => {
      if (isLost || !sql.includes('base_scores')) return undefined;
      isLost = true;
      return { kind: 'stall' };
    });
    expect(await score()).toBe('succeeded');
    expect(waits).toBe(1);
    expect(runs.fake.journal.cancelled).toHaveLength(1);
    runs.fake.journal.clear();
    runs.fake.journal.breakWith(nowAndThen(25, { kind: 'gone' }));
    expect(await score()).toBe('succeeded');
    expect(await runs.published()).toEqual(runs.undisturbed);
  });
});
