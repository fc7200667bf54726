import { expect, it } from 'vitest';
import type { DurableState } from '../../server/entry/worker/platform.ts';
import { RunLease } from '../../server/entry/worker/run-lease.ts';

function memory(): DurableState {
  const kept = new Map<string, unknown>();
  return {
    storage: {
      get: async (key) => kept.get(key),
      put: async (key, value) => void kept.set(key, value),
      delete: async (key) => kept.delete(key),
    },
    blockConcurrencyWhile: (work) => work(),
  };
}

it('is held by one at a time, until it is given back or runs out', async () => {
  const lease = new RunLease(memory());
  const ask = async (verb: string, owner: string, seconds = 60) =>
    (await lease.fetch(new Request(`https://lease/${verb}?owner=${owner}&seconds=${seconds}`)))
      .status;
  expect(await ask('take', 'a')).toBe(200);
  expect(await ask('take', 'b')).toBe(409);
  expect(await ask('release', 'b')).toBe(200);
  expect(await ask('take', 'b')).toBe(409);
  expect(await ask('release', 'a')).toBe(200);
  expect(await ask('take', 'b', 0)).toBe(200);
  expect(await ask('take', 'a')).toBe(200);
});
