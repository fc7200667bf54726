import { metricWords } from '../metric-words.ts';
import { isDirection } from './figure-roles.ts';
import { metricMentions } from './mentions.ts';
import { rankOf } from './names.ts';
import { ORDERS } from './openers.ts';
import type { Reading } from './reading.ts';
import { ALWAYS_REFUSED, REFUSED } from './refused-words.ts';
import type { Token } from './tokens.ts';

const word = (tokens: readonly Token[], at: number) => tokens[at]?.lower ?? '';

/** "Call them first" is an order; "it comes first" is a place nobody calculated. */
const PLACED_FIRST: ReadonlySet<string> = new Set(
  'is are was were comes came finished finishes stands stood in'.split(' '),
);

/** What something may be compared with: the time before, and nothing else. */
const THEN: ReadonlySet<string> = new Set(['before', 'earlier', 'previously', 'then']);

/** "Than 28 days ago" compares with facts; "than revenue" claims what no fact says. */
function comparesOther(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  // "Lower than it did 28 days ago".
  const isItself = /^(it|they|we)$/.test(next?.lower ?? '') && tokens[at + 3]?.kind === 'figure';
  const isLastTime =
    /^(at|in|on|during)$/.test(next?.lower ?? '') &&
    tokens
      .slice(at + 2, at + 6)
      .some(({ kind }, index) => kind === 'figure' && /^days?$/.test(word(tokens, at + 3 + index)));
  return (
    next !== undefined &&
    next.kind !== 'figure' &&
    !isItself &&
    !isLastTime &&
    !THEN.has(next.lower)
  );
}

/** A reason may be given for an order, from facts; a cause of what happened is none of them. */
function isCause(tokens: readonly Token[], at: number): boolean {
  const isProven = tokens.slice(at).some(({ kind }) => kind === 'figure');
  if (tokens[at + 1]?.lower === 'of' || !isProven) return true;
  return !tokens
    .slice(0, at)
    .some(({ lower, text }, index) => ORDERS.has(lower) && (index === 0 || text === lower));
}

/** "Below the 58.9 of Baseball" is compared figure by figure. */
function isLoose(tokens: readonly Token[], at: number): boolean {
  return !tokens.slice(at + 1, at + 9).some(({ kind }) => kind === 'figure');
}

/** "Before the next season": asked for, and no time of the figures. */
const isToCome = (tokens: readonly Token[], at: number) =>
  !/^(next|coming|upcoming|new)$/.test(word(tokens, at - 1));

/** Whether no word for a place stands before "every sport". */
const isNoPlace = (tokens: readonly Token[], at: number) =>
  !/^(sports?|segments?|tiers?|groups?|other)$/.test(word(tokens, at + 1)) ||
  ![at - 1, at - 2].some((index) => rankOf(word(tokens, index)) !== undefined);

const AS: ReadonlySet<string> = new Set(
  `well a an the before of at such usual it they we is are was were did follows now part one many much against
  always ever soon first compared our their its this that these those your`.split(/\s+/),
);

/** "As hosts invited people", "after the reunion": behind a figure, something that no fact tells of. */
function isOfElse(tokens: readonly Token[], at: number): boolean {
  const isBehind = tokens.slice(0, at).some(({ kind }) => kind === 'figure');
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(({ kind, text }) => kind === 'mark' && text !== '-');
  const clause = rest.slice(0, end < 0 ? rest.length : end);
  if (!isBehind || clause.length < 2 || /^(then|that|it)$/.test(clause[0]?.lower ?? ''))
    return false;
  return (
    !clause.some(({ kind }) => kind === 'figure') &&
    metricMentions(clause).every(({ of }) => of === 'fans')
  );
}

/** Whether a movement or a figure that tells of it follows. */
function isMovedAgain(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1).some(({ lower }) => isDirection(lower));
}

function foretells(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(({ kind }) => kind === 'mark');
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .some(({ lower, kind }) => kind === 'figure' || isDirection(lower));
}

/** "It would be worthwhile to strengthen outreach" asks. */
function isAdvised(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at + 1, at + 5).map(({ lower }) => lower);
  return /^be (a |an )?(worthwhile|good|wise|sensible|useful|helpful|best|prudent|reasonable|advisable|timely)( \w+)? to/.test(
    words.join(' '),
  );
}

type Rule = (tokens: readonly Token[], at: number) => boolean;

/** "A record" and "the record high" are of a history that no fact tells; "record the lowest" is a verb. */
const isOfHistory: Rule = (tokens, at) =>
  !/^(highest|lowest|the|an)$/.test(word(tokens, at + 1)) ||
  /^(a|the|all|new)$/.test(word(tokens, at - 1));

/** "A high of 58.3", "the low": an extreme of a history. */
const isExtreme: Rule = (tokens, at) =>
  /^(of|for)$/.test(word(tokens, at + 1)) ||
  /^(a|an|all-time|record|new|the)$/.test(word(tokens, at - 1));

/** Words that are refused in some company only. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  // "Up today" is another time than the 28 days; "5,873 today" is when the facts are of.
  [
    'today',
    (tokens, at) =>
      tokens[at - 1]?.kind !== 'figure' &&
      !tokens.some(({ lower }) => /^days?$/.test(lower)) &&
      tokens.some(({ lower }) => isDirection(lower)),
  ],
  // "Would be a good place to start" asks; "would fall" foretells.
  ['would', (tokens, at) => !isAdvised(tokens, at) && foretells(tokens, at)],
  ['day', (tokens, at) => /^(a|an|each|one|every|per)$/.test(word(tokens, at - 1))],
  [
    'first',
    (tokens, at) => PLACED_FIRST.has(word(tokens, at - 1)) && word(tokens, at + 1) !== 'to',
  ],
  ['than', comparesOther],
  ['because', isCause],
  ['due', (tokens, at) => word(tokens, at + 1) === 'to' && word(tokens, at - 2) !== 'thanks'],
  [
    'thanks',
    (tokens, at) =>
      word(tokens, at + 1) === 'to' &&
      (at > 0 || !/^(all|everyone|those|our)$/.test(word(tokens, at + 2))),
  ],
  ['equals', (tokens, at) => tokens[at + 1]?.kind !== 'figure'],
  ['equal', (tokens, at) => word(tokens, at + 1) !== 'to' || tokens[at + 2]?.kind !== 'figure'],
  // "The advocacy ranking" is a thing, "ranking high" a claim.
  ['ranking', (tokens, at) => ![at - 1, at - 2].some((index) => word(tokens, index) === 'the')],
  ['results', (tokens, at) => word(tokens, at + 1) === 'in'],
  [
    'result',
    (tokens, at) =>
      word(tokens, at - 2) === 'as' ||
      (/^(of|in)$/.test(word(tokens, at + 1)) && !/^(best|worst)$/.test(word(tokens, at - 1))),
  ],
  ['minus', (tokens, at) => tokens[at + 1]?.kind !== 'figure'],
  ['under', (tokens, at) => !/^(review|way|discussion|consideration)$/.test(word(tokens, at + 1))],
  ['perhaps', foretells],
  // "So did revenue" moves it by another's word.
  [
    'likewise',
    (tokens, at) =>
      /suit|same|(did|does) likewise/i.test(tokens[at]?.text ?? '') && !isMovedAgain(tokens, at),
  ],
  [
    'so',
    (tokens, at) =>
      /^(is|are|was|were|has|have|do|does)$/.test(word(tokens, at + 1)) &&
      !isMovedAgain(tokens, at),
  ],
  ['after', isOfElse],
  ['since', isOfElse],
  ['as', (tokens, at) => !AS.has(word(tokens, at + 1)) && isOfElse(tokens, at)],
  ['did', (tokens, at) => /^(so|as|than)$/.test(word(tokens, at - 1)) && !isMovedAgain(tokens, at)],
  ['above', isLoose],
  ['below', isLoose],
  ['second', (tokens, at) => !/^(look|thought|glance|opinion)$/.test(word(tokens, at + 1))],
  // "Parent leads every segment" is its place; "every fan" is each of them.
  ['every', isNoPlace],
  // "Bronze contributed the least, $7.15"; "opens contributed to it" is a cause.
  [
    'contributed',
    (tokens, at) =>
      tokens[at + 1]?.kind !== 'figure' &&
      !/^(least|most|lowest|highest)$/.test(word(tokens, at + 2)),
  ],
  ['week', isToCome],
  ['weeks', isToCome],
  ['seasons', isToCome],
  ['season', isToCome],
  ['whole', (tokens, at) => tokens[at - 1]?.kind === 'figure'],
  ['record', isOfHistory],
  ['records', isOfHistory],
  ['high', isExtreme],
  ['low', isExtreme],
  // "Opened 8,400 fewer times" counts, "review send times" asks; "three times as many" is a multiple.
  [
    'times',
    (tokens, at) =>
      tokens[at - 1]?.kind !== 'figure' &&
      !/^(send|sending|delivery|opening)$/.test(word(tokens, at - 1)) &&
      !(/^(more|fewer)$/.test(word(tokens, at - 1)) && tokens[at - 2]?.kind === 'figure'),
  ],
  [
    'target',
    (tokens) =>
      tokens.some(({ lower }) =>
        /^(hit|hits|meet|meets|met|miss|misses|missed|beat|exceed|exceeded|above|below|short|ahead|behind)$/.test(
          lower,
        ),
      ),
  ],
]);

const isTotal = (metric: string) => {
  const words = metricWords(metric);
  return (
    metric !== 'revenue_per_fan' &&
    metric !== 'fans' &&
    (words?.unit === 'money' || words?.unit === 'count')
  );
};

/** Times and causes are claims even in advice. */
const NEVER_FREE: ReadonlySet<string> = new Set([
  'week',
  'weeks',
  'season',
  'seasons',
  'due',
  'thanks',
  'because',
  'result',
]);

/** The first word that says what no fact can prove: multiples, other times, causes, negations, promises. */
export function refusedWord({ tokens, mentions, advice }: Reading): string | undefined {
  const hasFigure = tokens.some(({ kind }) => kind === 'figure');
  return tokens.find(({ lower, kind }, at) => {
    // "The average lifetime value" would be of one fan; it is known in total.
    const total = mentions.find(({ from }) => from === at + 1);
    if (/^(average|mean|median|typical)$/.test(lower) && total !== undefined && isTotal(total.of))
      return true;
    if (kind !== 'word' || mentions.some(({ from, to }) => from <= at && at < to)) return false;
    if (ALWAYS_REFUSED.has(lower) || /^(second|third|fourth|next)-/.test(lower)) return true;
    if (at === 0 && ORDERS.has(lower)) return false;
    const isFree = advice.has(at) && !hasFigure;
    const rule = isFree && !NEVER_FREE.has(lower) ? undefined : RULES.get(lower);
    if (isFree && rule === undefined) return false;
    if (rule !== undefined) return rule(tokens, at);
    return REFUSED.has(lower) || lower.endsWith("n't");
  })?.text;
}
