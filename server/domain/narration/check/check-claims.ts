import { isMeasured, partAt, wordAt } from './around.ts';
import { isDirection } from './figure-roles.ts';
import { rankOf } from './names.ts';
import type { Reading } from './reading.ts';
import { DIRECTIONS } from './words.ts';

type Claim = (reading: Reading, at: number) => boolean;

const REACH = 3;

/** "Lifted by the extra opens", "helped by a sale": what moved it. "Rose by a further 57" says how far. */
const isMovedBySomething: Claim = (reading, at) =>
  wordAt(reading, at + 1) === 'by' &&
  !isMeasured(reading, at + 1) &&
  wordAt(reading, at) !== 'joined' &&
  (isDirection(wordAt(reading, at)) ||
    /^(helped|aided|assisted|hit|hurt|led|fed|pushed|pulled|dragged|carried|powered|propelled|spurred|weighed|held|kept|brought|supported|underpinned|offset|sent|taken)$/.test(
      wordAt(reading, at),
    ));

/** "On fewer renewals", "on the back of Elite fans", "amid weaker sales": a cause. */
const isOnSomething: Claim = (reading, at) => {
  const [next, second, third] = [1, 2, 3].map((step) => wordAt(reading, at + step));
  if (wordAt(reading, at) === 'on' && next === 'the' && third === 'of')
    return /^(back|strength|heels|basis)$/.test(second ?? '');
  return (
    /^(on|amid|amidst)$/.test(wordAt(reading, at)) &&
    /^(fewer|more|higher|lower|stronger|weaker|better|poorer|softer|slower|healthier)$/.test(
      next ?? '',
    )
  );
};

/** "Are set to thin out", "poised to fall", "on course to rise": a promise. */
const isPromise: Claim = (reading, at) =>
  /^(set|poised|bound|destined|ready|course|track|sure|primed)$/.test(wordAt(reading, at)) &&
  wordAt(reading, at + 1) === 'to' &&
  /^(is|are|was|were|be|on|look|looks|seem|seems|remain|remains)$/.test(wordAt(reading, at - 1)) &&
  !isMeasured(reading, at + 1);

/** "Should bring referrals back up": "We should" and "which offers could" ask, anything else is foretold. */
const isHoped: Claim = (reading, at) => {
  if (!/^(should|could|can|may)$/.test(wordAt(reading, at))) return false;
  const lead = reading.tokens.slice(Math.max(0, at - REACH), at).map(({ lower }) => lower);
  if (lead.some((each) => /^(we|you|they|staff|teams?|which|what|who|where|how)$/.test(each)))
    return false;
  const rest = reading.tokens.slice(at + 1, at + 1 + 2 * REACH);
  const isMoved = rest.some(({ lower }) => isDirection(lower));
  const isMoving = /^(bring|push|pull|take|drive|send)$/.test(rest[0]?.lower ?? '');
  return isMoved || (isMoving && !isMeasured(reading, at));
};

/** "Lowest in Golf, followed by Baseball": a place that is neither the first nor the last. */
const isSecond: Claim = (reading, at) =>
  /^(followed|trailed|chased|pursued)$/.test(wordAt(reading, at)) &&
  wordAt(reading, at + 1) === 'by' &&
  [2, 3].some((step) => partAt(reading, at + step) === 'name');

/** "Its steepest drop yet", "the biggest gain": movements are not compared with each other. */
const isExtremeMove: Claim = (reading, at) => {
  const isMost =
    /^(steepest|sharpest|biggest|largest|smallest|greatest|deepest|mildest|fastest|slowest|strongest|heaviest|hardest|most|least)$/;
  const moved = [at + 1, at + 2].find((index) => isDirection(wordAt(reading, index)));
  return (
    isMost.test(wordAt(reading, at)) && moved !== undefined && partAt(reading, moved) !== 'metric'
  );
};

/** "Only sentiment fell" claims that nothing else did. */
const isOnlyOne: Claim = (reading, at) => {
  if (!/^(only|solely)$/.test(wordAt(reading, at))) return false;
  let index = at + 1;
  while (
    /^(the|average|our|total)$/.test(wordAt(reading, index)) &&
    partAt(reading, index) !== 'metric'
  )
    index += 1;
  const one = reading.mentions.find(({ from }) => from === index);
  const isMeasure = /^(measures?|metrics?|figures?|numbers?|ones?)$/.test(wordAt(reading, index));
  if (one === undefined && !isMeasure) return partAt(reading, index) === 'name';
  const end = one?.to ?? index + 1;
  const moves = [end, end + 1, end + 2].map((place) => wordAt(reading, place));
  const way = (['up', 'down'] as const).find((each) =>
    moves.some((move) => DIRECTIONS[each].has(move)),
  );
  const alike = reading.facts.filter(({ isChange, direction }) => isChange && direction === way);
  const metric = one?.of ?? alike[0]?.metric;
  return way === undefined || alike.some((fact) => fact.metric !== metric);
};

/** "Average value was the exception": what no other measure did. */
const isNoException: Claim = (reading, at) => {
  if (wordAt(reading, at) !== 'exception') return false;
  const changes = reading.facts.filter(({ isChange }) => isChange);
  const one = reading.mentions.filter(({ to }) => to <= at).at(-1) ?? reading.mentions[0];
  const own = changes.find(({ metric }) => metric === one?.of);
  return (
    own === undefined || changes.filter(({ direction }) => direction === own.direction).length > 1
  );
};

/** "Several measures fell": three at least did. */
const isNotSeveral: Claim = (reading, at) => {
  if (wordAt(reading, at) !== 'several') return false;
  const isOfMeasures = [1, 2, 3].some((step) =>
    /^(measures|metrics|indicators|figures|numbers|scores)$/.test(wordAt(reading, at + step)),
  );
  const rest = reading.tokens.slice(at).map(({ lower }) => lower);
  const moved = rest.find((each) => DIRECTIONS.up.has(each) || DIRECTIONS.down.has(each)) ?? '';
  const way = DIRECTIONS.up.has(moved) ? 'up' : 'down';
  const alike = reading.facts.filter(({ isChange, direction }) => isChange && direction === way);
  return !isOfMeasures || moved === '' || alike.length < 3;
};

/** "All of them had been at risk", "most of those": of people who were counted, nothing more is known. */
const isPartOfThem: Claim = (reading, at) =>
  /^(all|most|both|each|none|some|many|much|part|half)$/.test(wordAt(reading, at)) &&
  wordAt(reading, at + 1) === 'of' &&
  /^(them|whom|these|those|which)$/.test(wordAt(reading, at + 2));

/** "The smallest part of it", "the bulk of revenue": totals are not known by group. */
const isShareOfTotal: Claim = (reading, at) => {
  const isPart = /^(part|share|portion|slice|chunk|contribution|contributor|contributors)$/;
  const isPlaced =
    rankOf(wordAt(reading, at)) !== undefined || /^(main|lion's)$/.test(wordAt(reading, at));
  return (isPlaced && isPart.test(wordAt(reading, at + 1))) || wordAt(reading, at) === 'bulk';
};

const CLAIMS: readonly Claim[] = [
  isMovedBySomething,
  isOnSomething,
  isPromise,
  isHoped,
  isSecond,
  isExtremeMove,
  isOnlyOne,
  isPartOfThem,
  isShareOfTotal,
  isNoException,
  isNotSeveral,
];

/** "The fans who stopped coming": what people did before is not known, also where they are to be called. */
const isOfPast: Claim = (reading, at) =>
  /^(stopped|quit|ceased|lapsed|left|abandoned|skipped|cancelled|missed|used)$/.test(
    wordAt(reading, at),
  ) && [at - 1, at - 2, at - 3].some((index) => /^(who|that|which)$/.test(wordAt(reading, index)));

/** The first word of a claim without a figure that no fact proves; what is asked for claims nothing. */
export function unprovenClaim(reading: Reading): string | undefined {
  const { tokens, advice } = reading;
  return tokens.find(
    ({ kind }, at) =>
      kind === 'word' &&
      (isOfPast(reading, at) ||
        (!advice.has(at) && CLAIMS.some((isClaim) => isClaim(reading, at)))),
  )?.text;
}
