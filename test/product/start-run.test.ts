import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { RunStarter } from '../../server/usecases/start-run.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';

const EVENING = Date.parse('2025-03-02T04:00:00Z'); // 10 pm on March 1 in Chicago
const HOUR = 3_600_000;

let now: number;
let deps: RunDeps;
let starter: RunStarter;

const openStarter = () =>
  new RunStarter({ ...deps, timeZone: 'America/Chicago', onEnded: () => undefined });

beforeEach(async () => {
  now = EVENING;
  deps = await openScoredWarehouse({ data: 'tiny', days: [], clock: { now: () => now } });
  starter = openStarter();
});
afterEach(async () => {
  await starter.stop();
  await deps.warehouse.close();
});

const runs = () =>
  deps.warehouse.query({ sql: 'select run_id, score_date from analytics.score_runs' });

describe('a request with an Idempotency-Key that names no day', () => {
  it('answers the same run after midnight', async () => {
    const first = await starter.start({ idempotencyKey: 'nightly' });
    await starter.stop();
    now += 5 * HOUR;
    expect(await starter.start({ idempotencyKey: 'nightly' })).toBe(first);
    expect(await runs()).toEqual([{ run_id: first, score_date: '2025-02-28' }]);
  });

  it('answers the same run while that starts, though midnight passes', async () => {
    const first = starter.start({ idempotencyKey: 'nightly' });
    now += 5 * HOUR;
    expect(await starter.start({ idempotencyKey: 'nightly' })).toBe(await first);
    expect(await runs()).toHaveLength(1);
  });

  it('is another request than one that names its day', async () => {
    await starter.start({ scoreDate: '2025-02-20', idempotencyKey: 'again' });
    await starter.stop();
    await expect(starter.start({ idempotencyKey: 'again' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('an Idempotency-Key', () => {
  const request = { scoreDate: '2025-02-20', idempotencyKey: 'once' };
  const others = [
    { ...request, scoreDate: '2025-02-21' },
    { ...request, overrideReason: 'Half of them left.' },
  ];

  it('answers the run of its request, and refuses any other', async () => {
    const first = await starter.start(request);
    await starter.stop();
    expect(await starter.start(request)).toBe(first);
    for (const other of others) {
      await expect(starter.start(other)).rejects.toMatchObject({ code: 'conflict' });
    }
    expect(await runs()).toHaveLength(1);
  });

  it('may be used again where its request started nothing', async () => {
    const later = { scoreDate: '2025-02-20', idempotencyKey: 'twice' };
    await starter.start({ scoreDate: '2025-02-19' });
    await expect(starter.start(later)).rejects.toMatchObject({ code: 'run_in_flight' });
    await starter.stop();
    starter = openStarter();
    const changed = { ...later, overrideReason: 'Half of them left.' };
    expect(await starter.start(changed)).toMatch(/^20250220_/);
  });
});
