import type { StatedFact } from '../../stated-fact.ts';
import { isGeneric } from '../figures/generic.ts';
import { saysFact } from '../figures/says-fact.ts';
import { groupOfRank } from '../reading/group-of.ts';
import { nameMentions } from '../reading/mentions.ts';
import { nearestMetric } from '../reading/metric-of.ts';
import { mentionAt } from '../reading/near.ts';
import type { Reading, SentenceGrounds } from '../reading/reading.ts';
import { hasFigure, isFigure, wordAt } from '../text/word-at.ts';
import { GROUP_NAMES, ORDINARY_NAMES } from '../words/group-words.ts';
import { isKnownWord } from '../words/known-words.ts';
import { ORDERS } from '../words/openers.ts';
import { rankOf } from '../words/ranks.ts';
import { wordSet } from '../words/word-set.ts';

/** How far behind a place its metric may stand: "the lowest average engagement". */
const NEXT = 2;

/** "The top priority", "the biggest win": judgements of what is told, and of no group. */
const NOUNS: ReadonlySet<string> =
  wordSet(`priority priorities concern concerns win wins worry challenge opportunity news way step steps place chance move
  thing next spot item action lever starting option use idea candidate candidates task job point focus improvement
  important urgent recent room potential helpful useful pressing natural sensible ground`);
/** "At the top of the agenda" is an order, and no place among groups. */
const LISTS: ReadonlySet<string> = wordSet('list agenda queue pile plan table schedule list');

/** "the last 28 days" and "who is behind the referrals" are no places among groups. */
function isNoPlace({ tokens, advice }: Reading, at: number): boolean {
  const words = tokens.slice(at, at + 5).map(({ lower }) => lower);
  const [word = '', next = '', second = '', third = '', fourth = ''] = words;
  // "Put the next story in front of Alumni", "contact them ahead of the next campaign".
  if (advice.has(at) && /^(in front|ahead)$/i.test(tokens[at]?.text ?? '') && next === 'of')
    return true;
  if (word === 'behind') return /^(the|these|those|this|it|them)$/.test(next);
  if (/^(top|biggest|largest|best|greatest|most)$/.test(word) && NOUNS.has(next)) return true;
  const isOrdered =
    ORDERS.has(wordAt(tokens, 0)) && !/^(is|are|sits?|stands?)$/.test(wordAt(tokens, at - 1));
  if (
    (isOrdered || advice.has(at)) &&
    [next, second, third, fourth].some((each) => LISTS.has(each))
  )
    return true;
  // "Check which offers matter most", "find where it is weakest": asked, and not told.
  const asked = tokens.findLastIndex(
    ({ lower }, index) => index < at && /^(where|which|what|who|whose|whom|how)$/.test(lower),
  );
  const isClause = tokens.slice(asked, at).every(({ kind }) => kind === 'word');
  if (asked > 0 && isClause && advice.has(asked - 1)) return ORDERS.has(wordAt(tokens, asked - 1));
  return word === 'last' && (isFigure(tokens, at + 1) || /^days?$/.test(next));
}

/** A place claimed of a group, or of none, that no fact says. */
function wrongRank(reading: Reading): string | undefined {
  const { tokens, metrics, facts, inherited } = reading;
  return tokens.find(({ lower }, at) => {
    const isThing = mentionAt(metrics, at) !== undefined;
    const rank = isThing || isNoPlace(reading, at) ? undefined : rankOf(lower);
    if (rank === undefined) return false;
    const group = groupOfRank(reading, at);
    const follows = metrics.find(
      ({ of, from }) => of !== 'fans' && from > at && from <= at + NEXT,
    )?.of;
    const isBefore = metrics.some(({ of, to }) => of !== 'fans' && to <= at);
    const subject = follows ?? nearestMetric(reading, at);
    const isLoose = follows === undefined && !isBefore;
    // "At 31.8, it is below that of every other group": the figure itself says whose it is.
    const isTold = (fact: StatedFact) =>
      group === null &&
      isGeneric(reading, at, { withMetrics: true }) &&
      tokens.some(({ written }) => written !== null && saysFact(written, fact));
    if (
      facts.some(
        (fact) =>
          fact.rank === rank && isTold(fact) && (subject === undefined || fact.metric === subject),
      )
    )
      return false;
    return !facts.some(
      (fact) =>
        fact.rank === rank &&
        fact.group === group &&
        (subject === undefined ||
          fact.metric === subject ||
          (isLoose && fact.metric === inherited)),
    );
  })?.text;
}

/** Words of a sentence that asks for something, wherever they stand. */
const ASKING: ReadonlySet<string> =
  wordSet(`should would could worth recommend recommended suggest suggested next start focus attention deserve deserves need
  needs merits place group priority review idea first due ought asked advisable worthwhile sensible look good help`);

/** What is asked for where all is well: "protect the Gold relationship". */
const KEEPING: ReadonlySet<string> = wordSet(
  'ask protect thank keep retain reward celebrate preserve safeguard maintain learn borrow nurture recognise recognize',
);

/**
 * A group named in a sentence without a figure: a claim that no fact is behind, unless the sentence asks for something
 * of the group that has the least, by the example of the one that has the most, or to keep that.
 */
function idleName({ tokens, groups, facts, advice }: Reading): string | undefined {
  if (hasFigure(tokens)) return undefined;
  const isAsking = advice.size > 0 || tokens.some(({ lower }) => ASKING.has(lower));
  const hasRank = (name: string, wanted: 'highest' | 'lowest') =>
    facts.some(({ group, rank }) => group === name && rank === wanted);
  const isLowestNamed = groups.some(({ of }) => hasRank(of, 'lowest'));
  const isKept = tokens.some(({ lower }, at) => advice.has(at) && KEEPING.has(lower));
  return groups.find(({ of }) => {
    const isAskedOf =
      hasRank(of, 'lowest') || (hasRank(of, 'highest') && (isLowestNamed || isKept));
    return !isAsking || !isAskedOf;
  })?.of;
}

const VOICES: ReadonlySet<string> = wordSet(
  'recommend suggest would propose think advise want see',
);

const isCapital = (text: string) => /^\p{Lu}/u.test(text);

/** A name no fact is about, or a place a group does not have; undefined where all is well. */
export function checkNames(reading: Reading, grounds: SentenceGrounds): string | undefined {
  const { tokens, metrics, groups, advice } = reading;
  const own = nameMentions(tokens, grounds.names);
  const known = [...metrics, ...groups, ...own];
  const isKnown = (at: number) => known.some(({ from, to }) => from <= at && at < to);
  const [other] = nameMentions(tokens, grounds.otherNames).filter(({ from }) => !isKnown(from));
  if (other !== undefined) return tokens[other.from]?.text;
  const stranger = tokens.find((token, at) => {
    if (token.kind !== 'word' || isKnown(at)) return false;
    // "Track opens" asks; "Track" is a sport.
    const isOrder = advice.has(at) && ORDERS.has(token.lower) && tokens[at + 1]?.kind === 'word';
    // "Review pricing with the finance team": who is to help, and no group of fans.
    const isHelping =
      /^(team|department|colleagues)$/.test(wordAt(tokens, at + 1)) &&
      tokens[at + 2]?.kind !== 'word';
    if (/^(marketing|finance)$/.test(token.lower) && isHelping && advice.has(at)) return false;
    if (GROUP_NAMES.has(token.lower)) return !(isOrder && !isCapital(token.text));
    // "I recommend" is a voice, a lone "I" may be a name.
    if (token.lower === 'i') return !VOICES.has(wordAt(tokens, at + 1));
    if (!isCapital(token.text)) return false;
    const [possessive = ''] = token.lower.split("'");
    if (ORDINARY_NAMES.has(token.lower)) return true;
    return at > 0 || !(isKnownWord(possessive) || /(?:ed|ing|ly)$/.test(possessive));
  });
  return stranger?.text ?? idleName(reading) ?? wrongRank(reading);
}
