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
  const isMeasure = /^(measures?|metrics?|figures?|numbers?|ones?)$/.test(word(reading, index));
  if (one === undefined && !isMeasure) return isName(reading, index);
  const end = one?.to ?? index + 1;
  const moves = [end, end + 1, end + 2].map((place) => word(reading, place));
  const way = (['up', 'down'] as const).find((each) =>
    moves.some((move) => DIRECTIONS[each].has(move)),
  );
  const alike = reading.facts.filter(({ isChange, direction }) => isChange && direction === way);
  const metric = one?.of ?? alike[0]?.metric;
  return way === undefined || alike.some((fact) => fact.metric !== metric);
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

/** "The new suites lifted hospitality by 1.2 points": a movement is no deed of something that was not told. */
const isDoneBySomething: Claim = (reading, at) => {
  const isDoing =
    /^(lifted|boosted|raised|pushed|improved|increased|cut|reduced|lowered|dragged|pulled|hurt|helped|strengthened|weakened|trimmed)$/;
  if (!isDoing.test(word(reading, at)) || at === 0) return false;
  let index = at + 1;
  while (/^(the|average|total|our|overall)$/.test(word(reading, index)) && !isThing(reading, index))
    index += 1;
  const before = reading.tokens.slice(0, at);
  return (
    isThing(reading, index) &&
    !before.some(({ kind, lower }) => kind !== 'word' || isDirection(lower)) &&
    !before.some((_, place) => isThing(reading, place))
  );
};

/** "These events brought in 163 more referrals": one thing led to another. */
const isLedTo: Claim = (reading, at) =>
  /^(brought|generated|produced|led|yielded|drew|earned|won|created|attracted)$/.test(
    word(reading, at),
  ) && /^(this|these|those|that)$/.test(word(reading, at - 2));

/** "Made up for the fall", "offset it", "kept pace": one change weighed against another. */
const isWeighed: Claim = (reading, at) => {
  const next = word(reading, at + 1);
  if (
    /^(offset|offsets|offsetting|outweighed|outweighs|compensated|compensates)$/.test(
      word(reading, at),
    )
  )
    return true;
  if (/^(kept|keeps|keeping)$/.test(word(reading, at))) return next === 'pace';
  const isMade = /^(made|makes|making)$/.test(word(reading, at)) && /^up/.test(next);
  return isMade && word(reading, at + 2) === 'for';
};

/** "Rowing leads in advocacy and in referrals too": groups are compared by one metric. */
const isRankedElsewhere: Claim = (reading, at) => {
  const { mentions, names, tokens, facts } = reading;
  const compared = facts.find(({ group }) => group !== null)?.metric;
  const other = mentions.find(({ from }) => from === at);
  if (other === undefined || names.all.length === 0) return false;
  if (other.of === compared || other.of === 'fans') return false;
  const isRanked = tokens.slice(0, at).some(({ lower }) => rankOf(lower) !== undefined);
  const isToo = /^(too|also|alike)$/.test(word(reading, other.to));
  const isIn = word(reading, at - 1) === 'in' && /^(and|also|both)$/.test(word(reading, at - 2));
  return isRanked && (isToo || isIn) && !isMeasured(reading, other.to);
};

/** "In all groups but Football": nothing is known of the groups between. */
const isInOthers: Claim = (reading, at) =>
  /^(all|every|each|most)$/.test(word(reading, at)) &&
  /^(groups?|tiers?|sports?|segments?|others?)$/.test(word(reading, at + 1)) &&
  /^(but|except|bar|besides|excluding|apart)$/.test(word(reading, at + 2));

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
  isDoneBySomething,
  isLedTo,
  isWeighed,
  isRankedElsewhere,
  isInOthers,
];

/** "The fans who stopped coming": what people did before is not known, also where they are to be called. */
const isOfPast: Claim = (reading, at) =>
  /^(stopped|quit|ceased|lapsed|left|abandoned|skipped|cancelled|missed|used)$/.test(
    word(reading, at),
  ) && [at - 1, at - 2, at - 3].some((index) => /^(who|that|which)$/.test(word(reading, index)));

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
