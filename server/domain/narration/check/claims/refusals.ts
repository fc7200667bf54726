import { metricMentions } from '../reading/mentions.ts';
import type { Token } from '../text/tokens.ts';
import { hasFigure, isFigure, wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { ORDERS } from '../words/openers.ts';
import { type Claim, says, unless } from './pattern.ts';

/** "As well", "as it was": what follows an "as" that gives no circumstance. */
const AS =
  'well|a|an|the|before|of|at|such|usual|it|they|we|is|are|was|were|did|follows|now|part|one|many|much|against|always|ever|soon|first|compared|our|their|its|this|that|these|those|your';

const isMoved = (tokens: readonly Token[]) => tokens.some(({ lower }) => isDirection(lower));

/** What follows a word up to the next mark. */
function clauseBehind(tokens: readonly Token[], at: number): readonly Token[] {
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(({ kind, text }) => kind === 'mark' && text !== '-');
  return end < 0 ? rest : rest.slice(0, end);
}

/** A figure or a movement that is told of what the word says: "perhaps 57", "would fall". */
const foretells: Claim = ({ tokens }, at) => {
  const clause = clauseBehind(tokens, at);
  return hasFigure(clause) || isMoved(clause);
};

/** "It would be worthwhile to strengthen outreach" asks. */
const isAdvised: Claim = ({ tokens }, at) => {
  const words = tokens.slice(at + 1, at + 5).map(({ lower }) => lower);
  return /^be (a |an )?(worthwhile|good|wise|sensible|useful|helpful|best|prudent|reasonable|advisable|timely)( \w+)? to/.test(
    words.join(' '),
  );
};

/** "Than 28 days ago" compares with facts, as does "than it did 28 days ago"; "than revenue" claims what no fact says. */
const isThanTime: Claim = ({ tokens }, at) =>
  tokens[at + 1] === undefined ||
  /^(before|earlier|previously|then)$/.test(wordAt(tokens, at + 1)) ||
  isFigure(tokens, at + 1) ||
  (/^(it|they|we)$/.test(wordAt(tokens, at + 1)) && isFigure(tokens, at + 3)) ||
  (/^(at|in|on|during)$/.test(wordAt(tokens, at + 1)) &&
    [2, 3, 4, 5].some(
      (step) => isFigure(tokens, at + step) && /^days?$/.test(wordAt(tokens, at + step + 1)),
    ));

/** A reason may be given for an order, from facts; a cause of what happened is none of them. */
const isReason: Claim = ({ tokens }, at) =>
  wordAt(tokens, at + 1) !== 'of' &&
  hasFigure(tokens.slice(at)) &&
  tokens
    .slice(0, at)
    .some(({ lower, text }, index) => ORDERS.has(lower) && (index === 0 || text === lower));

/** "As hosts invited people", "after the reunion": behind a figure, something that no fact tells of. */
const isOfElse: Claim = ({ tokens }, at) => {
  const clause = clauseBehind(tokens, at);
  return (
    hasFigure(tokens.slice(0, at)) &&
    clause.length >= 2 &&
    !/^(then|that|it)$/.test(wordAt(clause, 0)) &&
    !hasFigure(clause) &&
    metricMentions(clause).every(({ of }) => of === 'fans')
  );
};

/** Other times and causes: refused in this company even where something is asked for. */
export const ALWAYS_REFUSED_NEAR: readonly Claim[] = [
  // "Before the next season": asked for, and no time of the figures.
  says('!next|coming|upcoming|new >week|weeks|season|seasons'),
  unless(says('because'), isReason),
  says('!thanks * >due to', '* >thanks to', 'thanks to !all|everyone|those|our'),
  says('as * >result', '!best|worst >result of|in'),
];

/** Words that no fact can prove in some company only. */
export const REFUSED_NEAR: readonly Claim[] = [
  // "Up today" is another time than the 28 days; "5,873 today" is when the facts are of.
  unless(
    says('!# >today'),
    ({ tokens }) => !isMoved(tokens) || tokens.some(({ lower }) => /^days?$/.test(lower)),
  ),
  // "Would be a good place to start" asks; "would fall" foretells.
  unless(says('would|perhaps'), (reading, at) => isAdvised(reading, at) || !foretells(reading, at)),
  says('a|an|each|one|every|per >day', '>second !look|thought|glance|opinion'),
  // "Call them first" is an order; "it comes first" is a place nobody calculated.
  says('is|are|was|were|comes|came|finished|finishes|stands|stood|in >first !to'),
  unless(says('than'), isThanTime),
  says('equals !#', 'equal !to', 'equal to !#', 'minus !#', 'results in'),
  // "The advocacy ranking" is a thing, "ranking high" a claim.
  says('!the !the >ranking'),
  says('under !review|way|discussion|consideration'),
  // "So did revenue", "revenue followed suit": moved by another's word. "Likewise" by itself only joins.
  unless(
    says('so is|are|was|were|has|have|do|does', 'so|as|than >did', 'likewise'),
    ({ tokens }, at) =>
      isMoved(tokens.slice(at + 1)) || tokens[at]?.text.toLowerCase() === 'likewise',
  ),
  unless(says('after|since', `as !${AS}`), (reading, at) => !isOfElse(reading, at)),
  // "Below the 58.9 of Baseball" is compared figure by figure.
  unless(says('above|below'), ({ tokens }, at) => hasFigure(tokens.slice(at + 1, at + 9))),
  // "Parent leads every segment" is its place; "every fan" is each of them.
  says(
    'every !sport|sports|segment|segments|tier|tiers|group|groups|other',
    '!PLACE !PLACE >every',
  ),
  // "Bronze contributed the least, $7.15"; "opens contributed to it" is a cause.
  says('contributed !# !least|most|lowest|highest'),
  // "A record" and "a high of 58.3" are of a history that no fact tells; "record the lowest" is a verb.
  says('record|records !highest|lowest|the|an', 'a|the|all|new >record|records'),
  says('high|low of|for', 'a|an|all-time|record|new|the >high|low'),
  // "Opened 8,400 fewer times" counts, "review send times" asks; "three times as many" is a multiple.
  says('!#|send|sending|delivery|opening|more|fewer >times', '!# more|fewer >times'),
  unless(
    says('target'),
    ({ tokens }) =>
      !tokens.some(({ lower }) =>
        /^(hit|hits|meet|meets|met|miss|misses|missed|beat|exceed|exceeded|above|below|short|ahead|behind)$/.test(
          lower,
        ),
      ),
  ),
];
