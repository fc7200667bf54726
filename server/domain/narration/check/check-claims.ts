import { isDirection } from './figure-roles.ts';
import { rankOf } from './names.ts';
import type { Reading } from './reading.ts';
import { DIRECTIONS } from './words.ts';

type Claim = (reading: Reading, at: number) => boolean;

const REACH = 3;

const word = ({ tokens }: Reading, at: number) => tokens[at]?.lower ?? '';
const isThing = ({ mentions }: Reading, at: number) =>
  mentions.some(({ from, to }) => from <= at && at < to);
const isName = ({ names }: Reading, at: number) =>
  names.all.some(({ from, to }) => from <= at && at < to);

/** Whether a figure, or the amount it is of, follows closely: "by a further 57", "by some $1,200". */
function isMeasured({ tokens }: Reading, at: number): boolean {
  return tokens.slice(at + 1, at + 1 + REACH).some(({ kind }) => kind === 'figure');
}

/** "Lifted by the extra opens", "helped by a sale": what moved it. "Rose by a further 57" says how far. */
const isMovedBySomething: Claim = (reading, at) =>
  word(reading, at + 1) === 'by' &&
  !isMeasured(reading, at + 1) &&
  word(reading, at) !== 'joined' &&
  (isDirection(word(reading, at)) ||
    /^(helped|aided|assisted|hit|hurt|led|fed|pushed|pulled|dragged|carried|powered|propelled|spurred|weighed|held|kept|brought|supported|underpinned|offset|sent|taken)$/.test(
      word(reading, at),
    ));

/** "On fewer renewals", "on the back of Elite fans", "amid weaker sales": a cause. */
const isOnSomething: Claim = (reading, at) => {
  const [next, second, third] = [1, 2, 3].map((step) => word(reading, at + step));
  if (word(reading, at) === 'on' && next === 'the' && third === 'of')
    return /^(back|strength|heels|basis)$/.test(second ?? '');
  return (
    /^(on|amid|amidst)$/.test(word(reading, at)) &&
    /^(fewer|more|higher|lower|stronger|weaker|better|poorer|softer|slower|healthier)$/.test(
      next ?? '',
    )
  );
};

/** "Are set to thin out", "poised to fall", "on course to rise": a promise. */
const isPromise: Claim = (reading, at) =>
  /^(set|poised|bound|destined|ready|course|track|sure|primed)$/.test(word(reading, at)) &&
  word(reading, at + 1) === 'to' &&
  /^(is|are|was|were|be|on|look|looks|seem|seems|remain|remains)$/.test(word(reading, at - 1)) &&
  !isMeasured(reading, at + 1);

/** "Should bring referrals back up": "We should" and "which offers could" ask, anything else is foretold. */
const isHoped: Claim = (reading, at) => {
  if (!/^(should|could|can|may)$/.test(word(reading, at))) return false;
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
  /^(followed|trailed|chased|pursued)$/.test(word(reading, at)) &&
  word(reading, at + 1) === 'by' &&
  [2, 3].some((step) => isName(reading, at + step));

/** "Its steepest drop yet", "the biggest gain": movements are not compared with each other. */
const isExtremeMove: Claim = (reading, at) => {
  const isMost =
    /^(steepest|sharpest|biggest|largest|smallest|greatest|deepest|mildest|fastest|slowest|strongest|heaviest|hardest|most|least)$/;
  const moved = [at + 1, at + 2].find((index) => isDirection(word(reading, index)));
  return isMost.test(word(reading, at)) && moved !== undefined && !isThing(reading, moved);
};

/** "Only sentiment fell" claims that nothing else did. */
const isOnlyOne: Claim = (reading, at) => {
  if (!/^(only|solely)$/.test(word(reading, at))) return false;
  let index = at + 1;
  while (/^(the|average|our|total)$/.test(word(reading, index)) && !isThing(reading, index))
    index += 1;
  const one = reading.mentions.find(({ from }) => from === index);
  if (one === undefined) return isName(reading, index);
  const moves = [one.to, one.to + 1].map((place) => word(reading, place));
  const way = (['up', 'down'] as const).find((each) =>
    moves.some((move) => DIRECTIONS[each].has(move)),
  );
  return (
    way === undefined ||
    reading.facts.some(
      ({ isChange, metric, direction }) => isChange && metric !== one.of && direction === way,
    )
  );
};

/** "Average value was the exception": what no other measure did. */
const isNoException: Claim = (reading, at) => {
  if (word(reading, at) !== 'exception') return false;
  const changes = reading.facts.filter(({ isChange }) => isChange);
  const one = reading.mentions.filter(({ to }) => to <= at).at(-1) ?? reading.mentions[0];
  const own = changes.find(({ metric }) => metric === one?.of);
  return (
    own === undefined || changes.filter(({ direction }) => direction === own.direction).length > 1
  );
};

/** "Several measures fell": three at least did. */
const isNotSeveral: Claim = (reading, at) => {
  if (word(reading, at) !== 'several') return false;
  const isOfMeasures = [1, 2, 3].some((step) =>
    /^(measures|metrics|indicators|figures|numbers|scores)$/.test(word(reading, at + step)),
  );
  const rest = reading.tokens.slice(at).map(({ lower }) => lower);
  const moved = rest.find((each) => DIRECTIONS.up.has(each) || DIRECTIONS.down.has(each)) ?? '';
  const way = DIRECTIONS.up.has(moved) ? 'up' : 'down';
  const alike = reading.facts.filter(({ isChange, direction }) => isChange && direction === way);
  return !isOfMeasures || moved === '' || alike.length < 3;
};

/** "All of them had been at risk", "most of those": of people who were counted, nothing more is known. */
const isPartOfThem: Claim = (reading, at) =>
  /^(all|most|both|each|none|some|many|much|part|half)$/.test(word(reading, at)) &&
  word(reading, at + 1) === 'of' &&
  /^(them|whom|these|those|which)$/.test(word(reading, at + 2));

/** "The smallest part of it", "the bulk of revenue": totals are not known by group. */
const isShareOfTotal: Claim = (reading, at) => {
  const isPart = /^(part|share|portion|slice|chunk|contribution|contributor|contributors)$/;
  const isPlaced =
    rankOf(word(reading, at)) !== undefined || /^(main|lion's)$/.test(word(reading, at));
  return (isPlaced && isPart.test(word(reading, at + 1))) || word(reading, at) === 'bulk';
};

/** "Which brought lifetime value up" behind another thing: one moved the other. */
const isMovedByWhich: Claim = (reading, at) => {
  if (!/^(which|that)$/.test(word(reading, at))) return false;
  const isMoving =
    /^(brought|pushed|pulled|lifted|sent|took|drove|raised|dragged|carried|helped|kept|led|let|allowed|boosted|reduced|cut|lowered)$/;
  if (!isMoving.test(word(reading, at + 1))) return false;
  const { mentions } = reading;
  const moved = mentions.find(({ from }) => from > at + 1 && from <= at + 2 + REACH);
  const mover = mentions.filter(({ to }) => to <= at).at(-1);
  return moved !== undefined && mover !== undefined && moved.of !== mover.of && moved.of !== 'fans';
};

const CLAIMS: readonly Claim[] = [
  isMovedBySomething,
  isOnSomething,
  isPromise,
  isHoped,
  isSecond,
  isExtremeMove,
  isOnlyOne,
  isNoException,
  isNotSeveral,
  isPartOfThem,
  isShareOfTotal,
  isMovedByWhich,
];

/** The first word of a claim without a figure that no fact proves; what is asked for claims nothing. */
export function unprovenClaim(reading: Reading): string | undefined {
  const { tokens, advice } = reading;
  return tokens.find(
    ({ kind }, at) =>
      kind === 'word' && !advice.has(at) && CLAIMS.some((isClaim) => isClaim(reading, at)),
  )?.text;
}
