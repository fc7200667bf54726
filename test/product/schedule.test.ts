import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCronSchedule } from '../../server/adapters/system/cron-schedule.ts';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { WonderError } from '../../server/domain/errors.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { RunsInFlight } from '../../server/usecases/runs-in-flight.ts';
import { Scheduler, type SchedulerDeps } from '../../server/usecases/schedule-runs.ts';
import { RunStarter, type StartRunInput } from '../../server/usecases/start-run.ts';
import { withFaults } from '../support/faulty-warehouse.ts';
import { openScoredWarehouse, quietLogger } from '../support/scored-warehouse.ts';
import { type ManualTime, manualTime } from '../support/tableau-site.ts';

const ZONE = 'America/Chicago';
const HOUR = 3_600_000;

let deps: RunDeps;
let time: ManualTime;

async function open(start: string): Promise<void> {
  time = manualTime(start);
  deps = await openScoredWarehouse({ data: 'tiny', days: [], clock: { now: () => time.now } });
}
afterEach(() => deps.warehouse.close());

/** Lives through a time with a scheduler; answers what it started. */
async function live(until: string, cron = '0 2 * * *', more: Partial<SchedulerDeps> = {}) {
  const started: StartRunInput[] = [];
  const end = Date.parse(until);
  const known = new Set<string>();
  let isOver: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  const scheduler = new Scheduler({
    ...deps,
    logger: quietLogger,
    schedule: createCronSchedule(cron, ZONE),
    timeZone: ZONE,
    sleeper: {
      async sleep(milliseconds, signal) {
        if (time.now + milliseconds >= end) {
          time.now = end;
          isOver();
          // Until it is stopped.
          await new Promise((_, reject) =>
            signal?.addEventListener('abort', () =>
              reject(new WonderError('cancelled', { detail: 'over' })),
            ),
          );
        }
        // A real run takes no time by this clock: no lease must run out meanwhile.
        const isReal = more.starter instanceof RunStarter;
        while (isReal && !signal?.aborted && (await isRunning())) await time.sleeper.sleep(0);
        await time.sleeper.sleep(milliseconds, signal);
      },
    },
    starter: {
      inFlight: new RunsInFlight(() => undefined),
      retry: () => Promise.reject(new WonderError('internal', { detail: 'nobody retries' })),
      async start(input) {
        const key = input.idempotencyKey ?? '';
        if (!known.has(key)) started.push(input);
        known.add(key);
        return key;
      },
    },
    ...more,
  });
  scheduler.start();
  await over;
  await scheduler.stop();
  return started.map(({ scoreDate }) => scoreDate);
}

async function isRunning(): Promise<boolean> {
  const rows = await deps.warehouse.query({
    sql: "select run_id from analytics.score_runs where status = 'running'",
  });
  return rows.length > 0;
}

describe('exactly one run per local date', () => {
  it.each(['0 2 * * *', '30 2 * * *', '15 1 * * *', '0 */6 * * *'])(
    'over both clock changes with %s',
    async (cron) => {
      await open('2026-03-07T12:00:00-06:00');
      expect(await live('2026-03-09T12:00:00-05:00', cron)).toEqual([
        ...(cron.includes('*/6') ? ['2026-03-06'] : []),
        '2026-03-07',
        '2026-03-08',
      ]);
      time.now = Date.parse('2026-10-31T12:00:00-05:00');
      await deps.warehouse.execute({ sql: 'delete from analytics.schedule_marks' });
      expect(await live('2026-11-02T12:00:00-06:00', cron)).toEqual([
        ...(cron.includes('*/6') ? ['2026-10-30'] : []),
        '2026-10-31',
        '2026-11-01',
      ]);
    },
  );

  it("over a year's end and a leap day, on a machine that lives elsewhere", async () => {
    const home = process.env.TZ;
    process.env.TZ = 'Asia/Tokyo';
    try {
      await open('2027-12-31T12:00:00-06:00');
      expect(new Date('2027-12-31T12:00:00-06:00').getHours()).toBe(3);
      expect(await live('2028-01-02T12:00:00-06:00')).toEqual(['2027-12-31', '2028-01-01']);
      await deps.warehouse.execute({ sql: 'delete from analytics.schedule_marks' });
      time.now = Date.parse('2028-02-28T12:00:00-06:00');
      expect(await live('2028-03-02T12:00:00-06:00')).toEqual([
        '2028-02-28',
        '2028-02-29',
        '2028-03-01',
      ]);
    } finally {
      if (home === undefined) delete process.env.TZ;
      else process.env.TZ = home;
    }
  });

  it('at the very moment, however long the way there was', async () => {
    await open('2026-01-01T12:34:56.789-06:00');
    const at: number[] = [];
    await live('2026-01-03T12:00:00-06:00', '0 2 * * *', {
      starter: {
        inFlight: new RunsInFlight(() => undefined),
        retry: () => Promise.reject(new Error('nobody retries')),
        start: async () => {
          at.push(time.now);
          return `run-${at.length}`;
        },
      },
    });
    expect(at.map((moment) => new Date(moment).toISOString())).toEqual([
      '2026-01-02T08:00:00.000Z',
      '2026-01-03T08:00:00.000Z',
    ]);
  });

  it('also when the clock is set back', async () => {
    await open('2026-01-01T12:00:00-06:00');
    const first = await live('2026-01-02T02:30:00-06:00');
    time.now -= HOUR;
    expect([...first, ...(await live('2026-01-02T12:00:00-06:00'))]).toEqual(['2026-01-01']);
  });
});

describe('a night that was missed', () => {
  it('is caught up once at the next start, for its own date', async () => {
    await open('2026-01-01T23:00:00-06:00');
    expect(await live('2026-01-02T01:00:00-06:00')).toEqual([]);
    // Down for three nights: the last of them is caught up.
    time.now = Date.parse('2026-01-05T09:00:00-06:00');
    expect(await live('2026-01-05T12:00:00-06:00')).toEqual(['2026-01-04']);
    expect(await live('2026-01-05T15:00:00-06:00')).toEqual([]);
  });

  it('is none before the first start with a schedule', async () => {
    await open('2026-01-01T09:00:00-06:00');
    expect(await live('2026-01-02T01:00:00-06:00')).toEqual([]);
  });

  it('waits for a warehouse that is away, and for a run that is in flight', async () => {
    await open('2026-01-02T01:59:00-06:00');
    let refusals = 3;
    const codes = ['warehouse_unavailable', 'run_in_flight', 'warehouse_unavailable'] as const;
    const started: (string | undefined)[] = [];
    await live('2026-01-02T03:00:00-06:00', '0 2 * * *', {
      starter: {
        inFlight: new RunsInFlight(() => undefined),
        retry: () => Promise.reject(new Error('nobody retries')),
        async start({ scoreDate }) {
          refusals -= 1;
          const code = codes[refusals];
          if (code !== undefined) throw new WonderError(code, { detail: 'not now' });
          started.push(scoreDate);
          return 'run';
        },
      },
    });
    expect(started).toEqual(['2026-01-01']);
  });
});

describe('with the real starter', () => {
  beforeEach(() => open('2025-03-02T01:00:00-06:00'));

  /** An instance of the service: shares the warehouse with the others, as a server's would. */
  function instance(name: string) {
    const warehouse: Warehouse = {
      ...withFaults(deps.warehouse, () => undefined),
      singleProcess: false,
    };
    const own: RunDeps = { ...deps, warehouse, instance: name, ids: createRandomIds() };
    const starter = new RunStarter({ ...own, timeZone: ZONE, onEnded: () => undefined });
    return { own, starter };
  }
  const runs = () =>
    deps.warehouse.query({
      sql: 'select score_date, status, trigger_source, published from analytics.score_runs',
    });

  it('two instances make one run', async () => {
    const two = [instance('one'), instance('two')];
    await Promise.all(
      two.map(({ own, starter }) =>
        live('2025-03-02T12:00:00-06:00', '0 2 * * *', { ...own, starter }),
      ),
    );
    await Promise.all(two.map(({ starter }) => starter.stop()));
    expect(await runs()).toEqual([
      {
        score_date: '2025-03-01',
        status: 'succeeded',
        trigger_source: 'schedule',
        published: true,
      },
    ]);
  });

  it('a night whose run was interrupted goes on with the same run at the next start', async () => {
    const { starter } = instance('one');
    const key = { idempotencyKey: 'schedule 2025-03-02', trigger: 'schedule' } as const;
    time.now = Date.parse('2025-03-02T02:00:00-06:00');
    const runId = await starter.start({ ...key, scoreDate: '2025-03-01' });
    await starter.stop();
    const [before] = await runs();
    expect(before).toMatchObject({ status: 'failed' });
    await deps.warehouse.execute({
      sql: `insert into analytics.schedule_marks select 'nightly', timestamp '2025-03-01 20:00:00'`,
    });
    const next = instance('two');
    await live('2025-03-02T12:00:00-06:00', '0 2 * * *', { ...next.own, starter: next.starter });
    await next.starter.inFlight.over(runId);
    expect(await runs()).toEqual([
      {
        score_date: '2025-03-01',
        status: 'succeeded',
        trigger_source: 'schedule',
        published: true,
      },
    ]);
  });

  it('a night whose process was killed is taken over by an instance that stays', async () => {
    const killed = instance('one');
    time.now = Date.parse('2025-03-02T02:00:00-06:00');
    const runId = await killed.starter.start({
      idempotencyKey: 'schedule 2025-03-02',
      trigger: 'schedule',
      scoreDate: '2025-03-01',
    });
    await killed.starter.stop();
    // As it is left where nobody could write down the end.
    for (const sql of [
      "update analytics.score_runs set status = 'running', error_code = null, finished_at = null",
      `update analytics.run_lease set run_id = '${runId}', instance = 'one', expires_at = timestamp '2025-03-02 08:02:00'`,
      "insert into analytics.schedule_marks select 'nightly', timestamp '2025-03-01 20:00:00'",
    ]) {
      await deps.warehouse.execute({ sql });
    }
    const { own, starter } = instance('two');
    const sleeper = {
      sleep: async (milliseconds: number, signal?: AbortSignal) => {
        await starter.inFlight.over(runId);
        await time.sleeper.sleep(milliseconds, signal);
      },
    };
    const scheduler = new Scheduler({
      ...own,
      schedule: createCronSchedule('0 2 * * *', ZONE),
      timeZone: ZONE,
      sleeper,
      starter,
    });
    scheduler.start();
    await expect
      .poll(async () => (await runs()).map(({ status }) => status))
      .toEqual(['succeeded']);
    await scheduler.stop();
    expect(await runs()).toHaveLength(1);
  });
});
