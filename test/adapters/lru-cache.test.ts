import { expect, it } from 'vitest';
import { createLruCache } from '../../server/adapters/cache/lru.ts';

const sizeOf = (value: { text: string }) => value.text.length;

it('loads once for a burst of equal requests', async () => {
  const cache = createLruCache({ maxSize: 1000, sizeOf });
  let loads = 0;
  const load = async () => {
    loads += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { text: 'x' };
  };
  const answers = await Promise.all(Array.from({ length: 500 }, () => cache.getOrLoad('k', load)));
  expect(loads).toBe(1);
  expect(new Set(answers).size).toBe(1);
});

it('shares a failure with those who waited, and keeps nothing of it', async () => {
  const cache = createLruCache({ maxSize: 1000, sizeOf });
  let loads = 0;
  const fail = async () => {
    loads += 1;
    await Promise.resolve();
    throw new Error('down');
  };
  const first = await Promise.allSettled([cache.getOrLoad('k', fail), cache.getOrLoad('k', fail)]);
  expect(first.map((each) => each.status)).toEqual(['rejected', 'rejected']);
  expect(loads).toBe(1);
  expect(await cache.getOrLoad('k', async () => ({ text: 'up' }))).toEqual({ text: 'up' });
});

it('stays within its size with 100,000 distinct keys', async () => {
  const cache = createLruCache({ maxSize: 50_000, sizeOf });
  for (let i = 0; i < 100_000; i++)
    await cache.getOrLoad(`k${i}`, async () => ({ text: 'x'.repeat(90) }));
  const kept = Array.from({ length: 100_000 }, (_, i) => cache.peek(`k${i}`)).filter(
    Boolean,
  ).length;
  expect(kept).toBeGreaterThan(100);
  expect(kept).toBeLessThan(600);
});

it('answers, but does not keep, a value larger than all its room', async () => {
  const cache = createLruCache({ maxSize: 100, sizeOf });
  const large = { text: 'x'.repeat(500) };
  expect(await cache.getOrLoad('k', async () => large)).toBe(large);
  expect(cache.peek('k')).toBeUndefined();
});
