import { WonderError } from '../domain/errors.ts';

/** A stored word of a closed set. Throws `internal` for another one, which another version of the product wrote. */
export function storedWord<T extends string>(words: readonly T[], stored: unknown): T {
  const word = words.find((one) => one === stored);
  if (word !== undefined) return word;
  throw new WonderError('internal', { detail: `The warehouse has the unknown word ${stored}.` });
}
