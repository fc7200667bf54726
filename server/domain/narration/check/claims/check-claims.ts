import type { Reading } from '../reading/reading.ts';
import { CLAIMS } from './claims.ts';
import { type Claim, says } from './pattern.ts';
import { RELATIONS } from './relations.ts';

/** "The fans who stopped coming": what people did before is not known, also where they are to be called. */
const STOPPED = 'stopped|quit|ceased|lapsed|left|abandoned|skipped|cancelled|missed|used';
const isOfPast = says(
  `who|that|which >${STOPPED}`,
  `who|that|which * >${STOPPED}`,
  `who|that|which * * >${STOPPED}`,
);

/** The first word of a claim without a figure that no fact proves; what is asked for claims nothing. */
export function unprovenClaim(reading: Reading): string | undefined {
  const { tokens, advice } = reading;
  const first = (claims: readonly Claim[]) =>
    tokens.find(
      ({ kind }, at) =>
        kind === 'word' &&
        (isOfPast(reading, at) ||
          (!advice.has(at) && claims.some((isMade) => isMade(reading, at)))),
    )?.text;
  return first(CLAIMS) ?? first(RELATIONS);
}
