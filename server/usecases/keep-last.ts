import type { QueryRunner } from './query-runner.ts';

export interface Kept<T> {
  /** Whatever the value depends on beside the warehouse: the same key, the same value for good. */
  readonly key: string;
  readonly load: () => Promise<T>;
}

/**
 * Keeps the values asked for last, at most so many per warehouse, for what takes longer to work out than the answers
 * it is part of. Who asks while one is worked out waits for it; a failure is shared by those who wait and not kept.
 */
export function keepLast<T>(most: number) {
  const known = new WeakMap<QueryRunner, Map<string, Promise<T>>>();

  return (queries: QueryRunner, { key, load }: Kept<T>): Promise<T> => {
    const values = known.get(queries) ?? new Map<string, Promise<T>>();
    known.set(queries, values);
    const value = values.get(key) ?? load();
    values.delete(key);
    values.set(key, value);
    value.catch(() => {
      if (values.get(key) === value) values.delete(key);
    });
    for (const oldest of [...values.keys()].slice(0, Math.max(0, values.size - most))) {
      values.delete(oldest);
    }
    return value;
  };
}
