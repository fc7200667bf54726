import { LRUCache } from 'lru-cache';
import type { Cache } from '../../ports/cache.ts';

export interface LruOptions<V> {
  /** Upper bound of the sum of `sizeOf`: with JavaScript strings, roughly bytes. */
  readonly maxSize: number;
  readonly sizeOf: (value: V) => number;
}

/** A bounded cache; the values least recently used go first, and one larger than the whole is not kept. */
export function createLruCache<V extends object>({ maxSize, sizeOf }: LruOptions<V>): Cache<V> {
  const kept = new LRUCache<string, V>({
    maxSize,
    sizeCalculation: (value, key) => Math.max(1, Math.ceil(sizeOf(value)) + key.length),
  });
  const loading = new Map<string, Promise<V>>();

  async function loadOnce(key: string, load: () => Promise<V>): Promise<V> {
    try {
      const value = await load();
      kept.set(key, value);
      return value;
    } finally {
      loading.delete(key);
    }
  }

  return {
    peek: (key) => kept.get(key),
    getOrLoad(key, load) {
      const value = kept.get(key);
      if (value !== undefined) return Promise.resolve(value);
      const inFlight = loading.get(key);
      if (inFlight !== undefined) return inFlight;
      const started = loadOnce(key, load);
      loading.set(key, started);
      return started;
    },
    clear: () => kept.clear(),
  };
}
