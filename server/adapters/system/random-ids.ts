import { randomFillSync } from 'node:crypto';
import type { IdSource } from '../../ports/id-source.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz012345';
const POOL_LENGTH = 4096;

/** Ids of 5 random bits a character. One call of the generator serves many ids: it is not free. */
export function createRandomIds(): IdSource {
  const pool = Buffer.alloc(POOL_LENGTH);
  let used = POOL_LENGTH;
  return {
    next(length) {
      if (used + length > POOL_LENGTH) {
        randomFillSync(pool);
        for (let i = 0; i < POOL_LENGTH; i++) pool[i] = ALPHABET.charCodeAt((pool[i] ?? 0) & 31);
        used = 0;
      }
      used += length;
      return pool.toString('latin1', used - length, used);
    },
  };
}
