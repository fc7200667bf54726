import type { StatedFact } from '../../stated-fact.ts';
import { lastBefore, mentionFrom } from '../reading/near.ts';
import { isMeasured, partAt } from '../reading/part-at.ts';
import type { Reading } from '../reading/reading.ts';
import { wordAt } from '../text/word-at.ts';
import { DIRECTIONS, isDirection } from '../words/directions.ts';
import { behindArticles } from './articles.ts';
import { type Claim, says, unless } from './pattern.ts';

const EXTREME =
  'steepest|sharpest|biggest|largest|smallest|greatest|deepest|mildest|fastest|slowest|strongest|heaviest|hardest|most|least';

/** "Should bring referrals back up": "We should" and "which offers could" ask, anything else is foretold. */
const isHoped: Claim = (reading, at) => {
  const { tokens } = reading;
  if (!/^(should|could|can|may)$/.test(wordAt(tokens, at))) return false;
  const lead = tokens.slice(Math.max(0, at - 3), at).map(({ lower }) => lower);
  if (lead.some((each) => /^(we|you|they|staff|teams?|which|what|who|where|how)$/.test(each)))
    return false;
  const isMoved = tokens.slice(at + 1, at + 7).some(({ lower }) => isDirection(lower));
  const isMoving = /^(bring|push|pull|take|drive|send)$/.test(wordAt(tokens, at + 1));
  return isMoved || (isMoving && !isMeasured(reading, at));
};

/** The changes that went the way of the first word for one; undefined where there is none. */
function movedAlike({ facts }: Reading, words: readonly string[]): StatedFact[] | undefined {
  const word = words.find((each) => DIRECTIONS.up.has(each) || DIRECTIONS.down.has(each));
  if (word === undefined) return undefined;
  const way = DIRECTIONS.up.has(word) ? 'up' : 'down';
  return facts.filter(({ isChange, direction }) => isChange && direction === way);
}

/** "Only sentiment fell" claims that nothing else did. */
const isOnlyOne: Claim = (reading, at) => {
  const { tokens, metrics } = reading;
  if (!/^(only|solely)$/.test(wordAt(tokens, at))) return false;
  const first = behindArticles(reading, at + 1);
  const one = mentionFrom(metrics, first);
  const isMeasure = /^(measures?|metrics?|figures?|numbers?|ones?)$/.test(wordAt(tokens, first));
  if (one === undefined && !isMeasure) return partAt(reading, first) === 'group';
  const end = one?.to ?? first + 1;
  const alike = movedAlike(
    reading,
    [end, end + 1, end + 2].map((each) => wordAt(tokens, each)),
  );
  return alike?.some(({ metric }) => metric !== (one?.of ?? alike[0]?.metric)) ?? true;
};

/** "Average value was the exception": what no other measure did. */
const isNoException: Claim = ({ tokens, metrics, facts }, at) => {
  if (wordAt(tokens, at) !== 'exception') return false;
  const changes = facts.filter(({ isChange }) => isChange);
  const one = lastBefore(metrics, at) ?? metrics[0];
  const own = changes.find(({ metric }) => metric === one?.of);
  return changes.filter(({ direction }) => direction === own?.direction).length !== 1;
};

/** "Several measures fell": three at least did. */
const isNotSeveral: Claim = (reading, at) => {
  const words = reading.tokens.slice(at).map(({ lower }) => lower);
  const isOfMeasures = words
    .slice(1, 4)
    .some((each) => /^(measures|metrics|indicators|figures|numbers|scores)$/.test(each));
  const alike = movedAlike(reading, words);
  return words[0] === 'several' && (!isOfMeasures || alike === undefined || alike.length < 3);
};

/** Claims without a figure that no fact proves: causes, promises, extremes, parts of what is known in total. */
export const CLAIMS: readonly Claim[] = [
  // "Lifted by the extra opens", "helped by a sale": what moved it. "Rose by a further 57" says how far.
  unless(
    says(
      'MOVE by',
      'helped|aided|assisted|hit|hurt|led|fed|pushed|pulled|dragged|carried|powered|propelled|spurred|weighed|held|kept|brought|supported|underpinned|offset|sent|taken by',
    ),
    (reading, at) => wordAt(reading.tokens, at) === 'joined' || isMeasured(reading, at + 1),
  ),
  // "On fewer renewals", "on the back of Elite fans", "amid weaker sales": a cause.
  says(
    'on the back|strength|heels|basis of',
    'on|amid|amidst fewer|more|higher|lower|stronger|weaker|better|poorer|softer|slower|healthier',
  ),
  // "Are set to thin out", "poised to fall", "on course to rise": a promise.
  unless(
    says(
      'is|are|was|were|be|on|look|looks|seem|seems|remain|remains >set|poised|bound|destined|ready|course|track|sure|primed to',
    ),
    (reading, at) => isMeasured(reading, at + 1),
  ),
  isHoped,
  // "Lowest in Golf, followed by Baseball": a place that is neither the first nor the last.
  says('followed|trailed|chased|pursued by GROUP', 'followed|trailed|chased|pursued by * GROUP'),
  // "Its steepest drop yet", "the biggest gain": movements are not compared with each other.
  says(`${EXTREME} MOVE`, `${EXTREME} !MOVE MOVE`),
  isOnlyOne,
  // "All of them had been at risk", "most of those": of people who were counted, nothing more is known.
  says('all|most|both|each|none|some|many|much|part|half of them|whom|these|those|which'),
  // "The smallest part of it", "the bulk of revenue": totals are not known by group.
  says(
    "PLACE|main|lion's part|share|portion|slice|chunk|contribution|contributor|contributors",
    'bulk',
  ),
  isNoException,
  isNotSeveral,
];
