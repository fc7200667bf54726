import { isMeasured, partAt, wordAt } from './around.ts';
import { isDirection } from './figure-roles.ts';
import { rankOf } from './names.ts';
import type { Reading } from './reading.ts';

type Claim = (reading: Reading, at: number) => boolean;

const REACH = 3;

/** "Which brought lifetime value up" behind another thing: one moved the other. */
const isMovedByWhich: Claim = (reading, at) => {
  if (!/^(which|that)$/.test(wordAt(reading, at))) return false;
  const isMoving =
    /^(brought|pushed|pulled|lifted|sent|took|drove|raised|dragged|carried|helped|kept|led|let|allowed|boosted|reduced|cut|lowered)$/;
  if (!isMoving.test(wordAt(reading, at + 1))) return false;
  const { mentions } = reading;
  const moved = mentions.find(({ from }) => from > at + 1 && from <= at + 2 + REACH);
  const mover = mentions.filter(({ to }) => to <= at).at(-1);
  return moved !== undefined && mover !== undefined && moved.of !== mover.of && moved.of !== 'fans';
};

/** "The new suites lifted hospitality by 1.2 points": a movement is no deed of something that was not told. */
const isDoneBySomething: Claim = (reading, at) => {
  const isDoing =
    /^(lifted|boosted|raised|pushed|improved|increased|cut|reduced|lowered|dragged|pulled|hurt|helped|strengthened|weakened|trimmed)$/;
  if (!isDoing.test(wordAt(reading, at)) || at === 0) return false;
  let index = at + 1;
  while (
    /^(the|average|total|our|overall)$/.test(wordAt(reading, index)) &&
    partAt(reading, index) !== 'metric'
  )
    index += 1;
  const before = reading.tokens.slice(0, at);
  return (
    partAt(reading, index) === 'metric' &&
    !before.some(({ kind, lower }) => kind !== 'word' || isDirection(lower)) &&
    !before.some((_, place) => partAt(reading, place) === 'metric')
  );
};

/** "These events brought in 163 more referrals": one thing led to another. */
const isLedTo: Claim = (reading, at) =>
  /^(brought|generated|produced|led|yielded|drew|earned|won|created|attracted|added|gave|spent|contributed)$/.test(
    wordAt(reading, at),
  ) && /^(this|these|those|that)$/.test(wordAt(reading, at - 2));

/** "Made up for the fall", "offset it", "kept pace": one change weighed against another. */
const isWeighed: Claim = (reading, at) => {
  const next = wordAt(reading, at + 1);
  if (
    /^(offset|offsets|offsetting|outweighed|outweighs|compensated|compensates)$/.test(
      wordAt(reading, at),
    )
  )
    return true;
  if (/^(kept|keeps|keeping)$/.test(wordAt(reading, at))) return next === 'pace';
  const isMade = /^(made|makes|making)$/.test(wordAt(reading, at)) && /^up/.test(next);
  return isMade && wordAt(reading, at + 2) === 'for';
};

/** "Rowing leads in advocacy and in referrals too": groups are compared by one metric. */
const isRankedElsewhere: Claim = (reading, at) => {
  const { mentions, names, tokens, facts } = reading;
  const compared = facts.find(({ group }) => group !== null)?.metric;
  const other = mentions.find(({ from }) => from === at);
  if (other === undefined || names.all.length === 0) return false;
  if (other.of === compared || other.of === 'fans') return false;
  const isRanked = tokens.slice(0, at).some(({ lower }) => rankOf(lower) !== undefined);
  const isToo = /^(too|also|alike)$/.test(wordAt(reading, other.to));
  const isIn =
    wordAt(reading, at - 1) === 'in' && /^(and|also|both)$/.test(wordAt(reading, at - 2));
  return isRanked && (isToo || isIn) && !isMeasured(reading, other.to);
};

/** "In all groups but Football": nothing is known of the groups between. */
const isInOthers: Claim = (reading, at) =>
  /^(all|every|each|most)$/.test(wordAt(reading, at)) &&
  /^(groups?|tiers?|sports?|segments?|others?)$/.test(wordAt(reading, at + 1)) &&
  /^(but|except|bar|besides|excluding|apart)$/.test(wordAt(reading, at + 2));

/** "Went the same way", "in step with hosted events": one change told by another. */
const isAlike: Claim = (reading, at) => {
  const rest = reading.tokens.slice(at);
  if (wordAt(reading, at) === 'same')
    return (
      /^(way|direction|path|course)$/.test(wordAt(reading, at + 1)) &&
      !rest.some(({ kind }) => kind === 'figure')
    );
  return (
    /^(step|tandem|parallel|sync|lockstep|unison)$/.test(wordAt(reading, at)) &&
    wordAt(reading, at - 1) === 'in'
  );
};

/** "Passed referrals", "closing in on Tennis": a race between things. */
const isRace: Claim = (reading, at) => {
  if (/^(closing|catching|closed|caught)$/.test(wordAt(reading, at)))
    return /^(in|up)/.test(wordAt(reading, at + 1));
  if (!/^(passed|overtook|matched|crossed|equalled)$/.test(wordAt(reading, at))) return false;
  return partAt(reading, at + 1) !== undefined || partAt(reading, at + 2) !== undefined;
};

/** "Taking revenue down with it", "and so fans grew": what follows is of another thing. */
const isCarried: Claim = (reading, at) => {
  const isCarrying =
    /^(taking|bringing|lifting|pushing|pulling|dragging|sending|driving|helping|raising|cutting|boosting|lowering|reducing)$/.test(
      wordAt(reading, at),
    );
  const isSo = wordAt(reading, at) === 'so' && wordAt(reading, at - 1) === 'and';
  if (!isCarrying && !isSo) return false;
  const { mentions, tokens } = reading;
  const carried = mentions.find(({ from }) => from > at && from <= at + 2);
  const before = mentions.filter(({ to }) => to <= at).at(-1);
  const isTold = tokens.slice(0, at).some(({ kind }) => kind === 'figure');
  return isTold && carried !== undefined && before !== undefined && carried.of !== before.of;
};

/** "Engagement with these e-mails", "lifetime value per fan": another metric than the one that is known. */
const isNarrowed: Claim = (reading, at) => {
  const thing = reading.mentions.find(({ to }) => to === at);
  if (thing === undefined || thing.of === 'fans') return false;
  if (/^(with|in|for)$/.test(wordAt(reading, at)))
    return /^(these|those)$/.test(wordAt(reading, at + 1));
  const next = reading.mentions.find(({ from }) => from === at);
  return next?.of === 'revenue_per_fan' && !/^revenue/.test(thing.of);
};

/** "A drop that pushed Staff": a group that was moved; "even in Football", "in Bronze as well": a change of one. */
const isGroupMoved: Claim = (reading, at) => {
  const word = wordAt(reading, at);
  if (/^(pushed|lifted|dragged|moved|sent|raised|pulled|helped|hurt)$/.test(word))
    return partAt(reading, at + 1) === 'name';
  if (word === 'even')
    return (
      /^(in|for|at|among)$/.test(wordAt(reading, at + 1)) && partAt(reading, at + 2) === 'name'
    );
  const name = reading.names.all.find(({ to }) => to === at);
  if (name === undefined || wordAt(reading, name.from - 1) !== 'in') return false;
  return /^(too|also)$/.test(word) || (word === 'as' && wordAt(reading, at + 1) === 'well');
};

/** "Where the former is lowest", "where they gather": a place of something else, or of people. */
const isElsewhere: Claim = (reading, at) => {
  if (wordAt(reading, at) !== 'where') return false;
  const rest = [1, 2].map((step) => wordAt(reading, at + step));
  return rest.some((each) => /^(they|them|these|those|former|latter)$/.test(each));
};

/** "Golf, which sends the fewest of them": groups are compared by one metric, which is named. */
const isPlacedByDeed: Claim = (reading, at) => {
  if (wordAt(reading, at) !== 'which' || partAt(reading, at - 2) !== 'name') return false;
  if (
    /^(is|are|was|were|has|had|ranks|remains|sits|stands|comes|leads|trails|lags|tops)$/.test(
      wordAt(reading, at + 1),
    )
  )
    return false;
  const rest = reading.tokens.slice(at + 1, at + 6);
  const placed = rest.findIndex(({ lower }) => rankOf(lower) !== undefined);
  const behind = [at + placed + 2, at + placed + 3];
  return placed >= 0 && !behind.some((index) => partAt(reading, index) === 'metric');
};

/** "By a further 2.2", "of which 41 joined": a history, or a part, that no fact tells. */
const isBeyond: Claim = (reading, at) => {
  const isFigure = reading.tokens[at + 1]?.kind === 'figure';
  return (
    isFigure &&
    (/^(further|another)$/.test(wordAt(reading, at)) ||
      (/^(which|whom)$/.test(wordAt(reading, at)) && wordAt(reading, at - 1) === 'of'))
  );
};

const RELATIONS: readonly Claim[] = [
  isMovedByWhich,
  isDoneBySomething,
  isLedTo,
  isWeighed,
  isRankedElsewhere,
  isInOthers,
  isAlike,
  isRace,
  isCarried,
  isNarrowed,
  isGroupMoved,
  isElsewhere,
  isPlacedByDeed,
  isBeyond,
];

/** The first word that relates things which facts tell of one by one: by cause, by comparison, by place. */
export function unprovenRelation(reading: Reading): string | undefined {
  const { tokens, advice } = reading;
  return tokens.find(
    ({ kind }, at) =>
      kind === 'word' && !advice.has(at) && RELATIONS.some((isClaim) => isClaim(reading, at)),
  )?.text;
}
