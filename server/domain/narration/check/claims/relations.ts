import { lastBefore, mentionFrom } from '../reading/near.ts';
import { isMeasured, partAt } from '../reading/part-at.ts';
import { hasFigure, wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { rankOf } from '../words/ranks.ts';
import { behindArticles } from './articles.ts';
import { type Claim, says, unless } from './pattern.ts';

/** "Which brought lifetime value up" behind another thing: one moved the other. */
const isMovedByWhich: Claim = (reading, at) => {
  if (!isWhichMoves(reading, at)) return false;
  const { metrics } = reading;
  const moved = metrics.find(({ from }) => from > at + 1 && from <= at + 5);
  const mover = lastBefore(metrics, at);
  return moved !== undefined && mover !== undefined && moved.of !== mover.of && moved.of !== 'fans';
};
const isWhichMoves = says(
  'which|that brought|pushed|pulled|lifted|sent|took|drove|raised|dragged|carried|helped|kept|led|let|allowed|boosted|reduced|cut|lowered',
);

/** "The new suites lifted hospitality by 1.2 points": a movement is no deed of something that was not told. */
const isDoneBySomething: Claim = (reading, at) => {
  const isDoing =
    /^(lifted|boosted|raised|pushed|improved|increased|cut|reduced|lowered|dragged|pulled|hurt|helped|strengthened|weakened|trimmed)$/;
  const before = reading.tokens.slice(0, at);
  return (
    at > 0 &&
    isDoing.test(wordAt(reading.tokens, at)) &&
    partAt(reading, behindArticles(reading, at + 1)) === 'metric' &&
    !before.some(({ kind, lower }) => kind !== 'word' || isDirection(lower)) &&
    !before.some((_, place) => partAt(reading, place) === 'metric')
  );
};

/** "Rowing leads in advocacy and in referrals too": groups are compared by one metric. */
const isRankedElsewhere: Claim = (reading, at) => {
  const { metrics, groups, tokens, facts } = reading;
  const other = mentionFrom(metrics, at);
  if (other === undefined || groups.length === 0 || other.of === 'fans') return false;
  if (other.of === facts.find(({ group }) => group !== null)?.metric) return false;
  const isRanked = tokens.slice(0, at).some(({ lower }) => rankOf(lower) !== undefined);
  const isToo = /^(too|also|alike)$/.test(wordAt(tokens, other.to));
  return isRanked && (isToo || isInToo(reading, at)) && !isMeasured(reading, other.to);
};
const isInToo = says('and|also|both in >*');

/** "Taking revenue down with it", "and so fans grew": what follows is of another thing. */
const isCarried: Claim = (reading, at) => {
  const { metrics, tokens } = reading;
  const carried = metrics.find(({ from }) => from > at && from <= at + 2);
  const before = lastBefore(metrics, at);
  return (
    isCarrying(reading, at) &&
    hasFigure(tokens.slice(0, at)) &&
    carried !== undefined &&
    before !== undefined &&
    carried.of !== before.of
  );
};
const isCarrying = says(
  'taking|bringing|lifting|pushing|pulling|dragging|sending|driving|helping|raising|cutting|boosting|lowering|reducing',
  'and >so',
);

/** "Engagement with these e-mails", "lifetime value per fan": another metric than the one that is known. */
const isNarrowed: Claim = (reading, at) => {
  const thing = reading.metrics.find(({ to }) => to === at);
  if (thing === undefined || thing.of === 'fans') return false;
  const isPerFan = mentionFrom(reading.metrics, at)?.of === 'revenue_per_fan';
  return isWithThese(reading, at) || (isPerFan && !/^revenue/.test(thing.of));
};
const isWithThese = says('with|in|for these|those');

/** "Golf, which sends the fewest of them": groups are compared by one metric, which is named. */
const isPlacedByDeed: Claim = (reading, at) => {
  if (!isWhichDoes(reading, at)) return false;
  const rest = reading.tokens.slice(at + 1, at + 6);
  const placed = rest.findIndex(({ lower }) => rankOf(lower) !== undefined);
  const behind = [at + placed + 2, at + placed + 3];
  return placed >= 0 && !behind.some((index) => partAt(reading, index) === 'metric');
};
const isWhichDoes = says(
  'GROUP * >which !is|are|was|were|has|had|ranks|remains|sits|stands|comes|leads|trails|lags|tops',
);

/** "In Bronze as well": a change of one group. */
const isGroupToo: Claim = (reading, at) => {
  const group = reading.groups.find(({ to }) => to === at);
  return wordAt(reading.tokens, (group?.from ?? 0) - 1) === 'in' && isToo(reading, at);
};
const isToo = says('too|also', 'as well');

/** Claims that relate things which facts tell of one by one: by cause, by comparison, by place. */
export const RELATIONS: readonly Claim[] = [
  isMovedByWhich,
  isDoneBySomething,
  // "These events brought in 163 more referrals": one thing led to another.
  says(
    'this|these|those|that * >brought|generated|produced|led|yielded|drew|earned|won|created|attracted|added|gave|spent|contributed',
  ),
  // "Made up for the fall", "offset it", "kept pace": one change weighed against another.
  says(
    'offset|offsets|offsetting|outweighed|outweighs|compensated|compensates',
    'kept|keeps|keeping pace',
    'made|makes|making up|up/verb for',
  ),
  isRankedElsewhere,
  // "In all groups but Football": nothing is known of the groups between.
  says(
    'all|every|each|most group|groups|tier|tiers|sport|sports|segment|segments|other|others but|except|bar|besides|excluding|apart',
  ),
  // "Went the same way", "in step with hosted events": one change told by another.
  unless(says('same way|direction|path|course'), ({ tokens }, at) => hasFigure(tokens.slice(at))),
  says('in >step|tandem|parallel|sync|lockstep|unison'),
  // "Passed referrals", "closing in on Tennis": a race between things.
  says(
    'closing|catching|closed|caught in|up|up/verb',
    'passed|overtook|matched|crossed|equalled METRIC|GROUP',
    'passed|overtook|matched|crossed|equalled * METRIC|GROUP',
  ),
  isCarried,
  isNarrowed,
  // "A drop that pushed Staff", "even in Football": a change of one group.
  says(
    'pushed|lifted|dragged|moved|sent|raised|pulled|helped|hurt GROUP',
    'even in|for|at|among GROUP',
  ),
  isGroupToo,
  // "Where the former is lowest", "where they gather": a place of something else, or of people.
  says('where they|them|these|those|former|latter', 'where * they|them|these|those|former|latter'),
  isPlacedByDeed,
  // "By a further 2.2", "of which 41 joined": a history, or a part, that no fact tells.
  says('further|another #', 'of >which|whom #'),
];
