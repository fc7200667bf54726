import { randomFillSync } from 'node:crypto';
import type { IdSource } from '../../ports/id-source.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz012345';
const POOL_BYTES = 4096;

/** Ids of 5 random bits a character. One call of the generator serves many ids: it is not free. */
export function createRandomIds(): IdSource {
  const pool = Buffer.alloc(POOL_BYTES);
  let used = POOL_BYTES;
  return {
    next(length) {
      if (used + length > POOL_BYTES) {
        randomFillSync(pool);
        used = 0;
      }
      let id = '';
      for (let i = used; i < used + length; i++) id += ALPHABET[(pool[i] ?? 0) & 31];
      used += length;
      return id;
    },
  };
}
