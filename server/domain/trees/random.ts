/** Repeatable randomness: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A whole number in [0, limit), limit at most 2^32; its bias is below limit / 2^32. */
  below(limit: number): number;
}

const TWO_TO_32 = 2 ** 32;

/** Spreads a seed over 32 bits: splitmix32, the usual way to fill a larger state. */
function spread(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) | 0;
  };
}

/**
 * xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018).
 * `seed` is read as 32 bits; fractions are cut off.
 */
export function createRandom(seed: number): Random {
  const next = spread(seed);
  let a = next();
  let b = next();
  let c = next();
  let d = next();
  return {
    below(limit) {
      const five = Math.imul(b, 5);
      const drawn = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      return Math.floor((drawn / TWO_TO_32) * limit);
    },
  };
}

/** Shuffles in place (Fisher and Yates), every order equally likely, and returns the same array. */
export function shuffle<T extends Int32Array | number[]>(values: T, random: Random): T {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const kept = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = kept;
  }
  return values;
}
