import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { WonderError } from '../../server/domain/errors.ts';
import { publishRun } from '../../server/usecases/publish-run.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { ScoringLease } from '../../server/usecases/scoring-lease.ts';
import { type Fault, withFaults } from '../support/faulty-warehouse.ts';
import { openLandingWarehouse } from '../support/landing-warehouse.ts';
import { quietLogger } from '../support/scored-warehouse.ts';

const DAY = '2025-03-01';
const RENEWAL = /update \S*run_lease set expires_at = cast/;

/** A lease lasts 120 s and is renewed every 20 s: a run survives five renewals that fail. */
describe('the lease of a run', () => {
  let deps: RunDeps;
  let now: number;
  let fault: Fault;

  beforeAll(async () => {
    const { warehouse, project } = await openLandingWarehouse();
    deps = {
      warehouse: withFaults(warehouse, (statement) => fault(statement)),
      project,
      clock: { now: () => now },
      ids: createRandomIds(),
      logger: quietLogger,
      instance: 'one',
    };
  });
  afterAll(() => deps.warehouse.close());

  beforeEach(async () => {
    now = Date.parse('2025-03-02T08:00:00Z');
    fault = () => undefined;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await deps.warehouse.execute({
      sql: 'update analytics.run_lease set run_id = null, instance = null, expires_at = null',
    });
    await deps.warehouse.execute({ sql: 'delete from analytics.score_runs' });
    await deps.warehouse.execute({
      sql: `insert into analytics.score_runs (run_id, score_date, status, trigger_source, instance, started_at,
          published, rows_kept)
        select r.run_id, r.score_date, 'running', 'cli', 'one', timestamp '2025-03-02 08:00:00', r.published, true
        from (values ('old', date '2025-03-01', true), ('new', date '2025-03-01', false),
          ('next', date '2025-03-02', true)) as r (run_id, score_date, published)`,
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const take = (runId: string, more: Partial<RunDeps> = {}) =>
    ScoringLease.take({ ...deps, ...more }, runId);
  const publish = (lease: ScoringLease) =>
    publishRun(deps, { runId: 'new', scoreDate: DAY, lease });
  const published = async () =>
    (
      await deps.warehouse.query({
        sql: 'select run_id from analytics.score_runs where published order by score_date',
      })
    ).map((row) => row.run_id);

  it('is held by one run at a time, until it is given back', async () => {
    const lease = await take('first');
    await expect(take('second')).rejects.toMatchObject({
      code: 'run_in_flight',
      message: expect.stringContaining('Run first is in flight'),
    });
    await lease.release();
    await (await take('second')).release();
  });

  it('runs out 120 s after it was last renewed', async () => {
    const lease = await take('first');
    now += 20_000;
    vi.advanceTimersByTime(20_000);
    await lease.stopRenewing();
    now += 120_000;
    await expect(take('second')).rejects.toMatchObject({ code: 'run_in_flight' });
    now += 1;
    await (await take('second')).release();
  });

  it('of another process is that of a dead one where one process has the database', async () => {
    const lease = await take('first');
    const shared = { ...deps.warehouse, singleProcess: false };
    await expect(take('second', { instance: 'two', warehouse: shared })).rejects.toMatchObject({
      code: 'run_in_flight',
    });
    await (await take('second', { instance: 'two' })).release();
    await lease.stopRenewing();
  });

  it('goes to one of two that take it at the same moment', async () => {
    fault = ({ sql }) => {
      if (sql.startsWith('update')) throw new WonderError('conflict', { detail: 'Two wrote.' });
    };
    await expect(take('second')).rejects.toMatchObject({ code: 'run_in_flight' });
  });

  it('is given back later where the warehouse is away', async () => {
    const later: (() => Promise<void>)[] = [];
    const lease = await take('first', { recordLater: (write) => void later.push(write) });
    fault = () => {
      throw new WonderError('warehouse_unavailable', { detail: 'Away.' });
    };
    await lease.release();
    fault = () => undefined;
    await expect(take('second')).rejects.toMatchObject({ code: 'run_in_flight' });
    for (const write of later) await write();
    await (await take('second')).release();
  });

  it('that another run took over publishes nothing', async () => {
    const lost = await take('new');
    await lost.stopRenewing();
    now += 120_001;
    const other = await take('other');
    await expect(publish(lost)).rejects.toMatchObject({ code: 'lease_lost' });
    expect(await published()).toEqual(['old', 'next']);
    await lost.stopRenewing();
    await other.release();
  });

  it('is not renewed beside the transaction that publishes, and again where that fails', async () => {
    const lease = await take('new');
    let renewals = 0;
    fault = ({ sql }) => {
      if (RENEWAL.test(sql)) renewals += 1;
      if (!sql.includes('set published = false')) return;
      vi.advanceTimersByTime(60_000);
      throw new WonderError('warehouse_failed', { detail: 'No.' });
    };
    await expect(publish(lease)).rejects.toMatchObject({ code: 'warehouse_failed' });
    // The one in the transaction itself.
    expect(renewals).toBe(1);
    expect(await published()).toEqual(['old', 'next']);
    vi.advanceTimersByTime(20_000);
    await lease.stopRenewing();
    expect(renewals).toBe(2);
    fault = () => undefined;
    await publish(lease);
    expect(await published()).toEqual(['new', 'next']);
    await lease.release();
  });
});
