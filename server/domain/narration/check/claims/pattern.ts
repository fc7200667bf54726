import { partAt } from '../reading/part-at.ts';
import type { Reading } from '../reading/reading.ts';
import { isFigure, wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { rankOf } from '../words/ranks.ts';

/** Whether a claim is made by the word at a place. */
export type Claim = (reading: Reading, at: number) => boolean;

/** What a pattern may name instead of a word. */
const KINDS: Readonly<Record<string, Claim>> = {
  '#': ({ tokens }, at) => isFigure(tokens, at),
  '*': ({ tokens }, at) => tokens[at] !== undefined,
  MOVE: (reading, at) =>
    isDirection(wordAt(reading.tokens, at)) && partAt(reading, at) !== 'metric',
  PLACE: ({ tokens }, at) => rankOf(wordAt(tokens, at)) !== undefined,
  METRIC: (reading, at) => partAt(reading, at) === 'metric',
  GROUP: (reading, at) => partAt(reading, at) === 'group',
};

/** One place of a pattern: "a|b", any word but those "!a|b"; ">" is where the claim is made. */
function placeOf(written: string): Claim {
  const isNot = /^>?!/.test(written);
  const parts = written.replace(/^>?!?/, '').split('|');
  const words = new Set(parts.filter((part) => !(part in KINDS)));
  const kinds = parts.flatMap((part) => KINDS[part] ?? []);
  return (reading, at) =>
    isNot !==
    (words.has(wordAt(reading.tokens, at)) || kinds.some((isKind) => isKind(reading, at)));
}

/**
 * The claim that any of some patterns makes. A pattern is a row of places, each with the words that may stand there:
 * "all|most of them" is made by "all" in "all of them", "as a >result" by "result". "!" is any word but these, or none;
 * "*" any word at all; "#" a figure, MOVE a word for a direction, PLACE one for a place among groups, METRIC and GROUP
 * what is spoken of.
 */
export function says(...patterns: readonly string[]): Claim {
  const rows = patterns.map((pattern) => {
    const places = pattern.split(' ');
    const made = Math.max(
      places.findIndex((place) => place.startsWith('>')),
      0,
    );
    // The claiming word first: it is what seldom fits.
    return places
      .map((place, index) => ({ isThere: placeOf(place), step: index - made }))
      .sort((one, other) => Math.abs(one.step) - Math.abs(other.step));
  });
  return (reading, at) =>
    rows.some((row) => row.every(({ isThere, step }) => isThere(reading, at + step)));
}

/** A claim where another does not take it back. */
export function unless(claim: Claim, isTaken: Claim): Claim {
  return (reading, at) => claim(reading, at) && !isTaken(reading, at);
}
