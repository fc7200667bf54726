import { expect, it } from 'vitest';
import { WonderError } from '../../server/domain/errors.ts';
import { whenReachable } from '../../server/entry/when-reachable.ts';
import { quietLogger } from '../support/scored-warehouse.ts';
import { manualTime } from '../support/tableau-site.ts';

const away = new WonderError('warehouse_unavailable', { detail: 'away' });

function parts() {
  const { sleeper, waits } = manualTime('2025-03-02T08:00:00Z');
  const stop = new AbortController();
  return { given: { logger: quietLogger, sleeper, signal: stop.signal }, waits, stop };
}

it('does the work at once, else as soon as the warehouse is back, and no more', async () => {
  const { given, waits } = parts();
  const errors: (Error | undefined)[] = [away, away, undefined];
  let done = 0;
  await whenReachable(async () => {
    const error = errors.shift();
    if (error !== undefined) throw error;
    done += 1;
  }, given);
  await expect.poll(() => done).toBe(1);
  expect(waits).toEqual([10_000, 10_000]);
  expect(errors).toEqual([]);
});

it('says so where trying again would not help', async () => {
  const { given, waits } = parts();
  const refused = new WonderError('warehouse_unavailable', {
    detail: 'Snowflake refused the sign-in: its settings may be wrong.',
  });
  for (const error of [new WonderError('warehouse_failed', { detail: 'no' }), refused]) {
    await expect(whenReachable(() => Promise.reject(error), given)).rejects.toBe(error);
  }
  expect(waits).toEqual([]);
});

it('ends with the service', async () => {
  const { given, waits, stop } = parts();
  stop.abort();
  let tried = 0;
  await whenReachable(async () => {
    tried += 1;
    throw away;
  }, given);
  await new Promise((resolve) => setImmediate(resolve));
  expect([tried, waits]).toEqual([1, []]);
});
