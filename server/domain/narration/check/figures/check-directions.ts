import { metricWords } from '../../metric-words.ts';
import type { StatedFact } from '../../stated-fact.ts';
import { listsOf } from '../reading/align.ts';
import { groupOfClaim } from '../reading/group-of.ts';
import { nearestMetric } from '../reading/metric-of.ts';
import { mentionAt, mentionFrom } from '../reading/near.ts';
import type { Reading } from '../reading/reading.ts';
import { hasFigure, wordAt } from '../text/word-at.ts';
import { DIRECTIONS, isDirection, JUDGEMENTS } from '../words/directions.ts';
import { ORDERS, WISHES } from '../words/openers.ts';
import { rankOf } from '../words/ranks.ts';
import { wordSet } from '../words/word-set.ts';
import type { Links } from './bind-figures.ts';
import { roleOf } from './figure-roles.ts';
import { isGeneric } from './generic.ts';
import { overAll } from './quantifiers.ts';

/** Whether a word says what a change is. */
function agrees(word: string, fact: StatedFact): boolean {
  const { direction } = fact;
  if (direction === null) return false;
  if (DIRECTIONS[direction].has(word)) return true;
  const better = metricWords(fact.metric)?.better;
  if (better === undefined || direction === 'flat') return false;
  return JUDGEMENTS[direction === better ? 'better' : 'worse'].has(word);
}

/** "Improve the experience", "what they would improve", "by rebuilding": asked for, and not told. */
function isWish({ tokens, advice }: Reading, at: number): boolean {
  const word = wordAt(tokens, at);
  const before = wordAt(tokens, at - 1);
  const isNamed = /^(the|a|an|this|that|its|their|recent)$/.test(before);
  const isOf = /^(in|of)$/.test(wordAt(tokens, at + 1));
  // "Find areas for improvement", "make improvements".
  const isAimedAt = /^(for|with|make|making|towards?|plan|suggest|discuss|consider)$/.test(before);
  if (/^improvements?$/.test(word) && advice.has(at)) return isAimedAt && !isOf;
  if (WISHES.has(word))
    return (advice.has(at) || /^(to|can|could|would)$/.test(before)) && !isNamed && !isOf;
  const base = [word.replace(/ing$/, ''), word.replace(/ing$/, 'e')];
  const isGoingOn =
    /^(by|keep|for|at|on|consider|towards?|of|start|when|prioriti[sz]e|and|try)$/.test(before) ||
    at === 0;
  return (
    advice.size > 0 && isGoingOn && word.endsWith('ing') && base.some((each) => WISHES.has(each))
  );
}

/** "Compare the offers that sell with those that stall": asked, of things that no fact is about. */
function isOfOthers({ tokens, metrics, groups, advice }: Reading, at: number): boolean {
  const isHelped = /^(has|have|had|are|is|recently)$/.test(wordAt(tokens, at - 1));
  const relative = wordAt(tokens, isHelped ? at - 2 : at - 1);
  const isTold = metrics.some(({ of }) => of !== 'fans') || groups.length > 0;
  // "The team that lost it" tells of a thing named before.
  const isOfIt = /^(it|them|this|these)$/.test(wordAt(tokens, at + 1));
  return advice.has(at) && !isTold && !isOfIt && /^(that|which|who)$/.test(relative);
}

/** Adjectives that compare: "more e-mail opens" speaks of what follows, "a better offer" of no figure at all. */
const COMPARATIVES: ReadonlySet<string> = wordSet(
  'more fewer less higher lower better stronger weaker larger smaller bigger greater additional extra poorer further',
);
const BETWEEN: ReadonlySet<string> = wordSet(
  'number numbers count of average total overall the a level levels',
);
/** Nouns that stand for figures already told: "higher numbers" is a claim of the thing before. */
const READINGS: ReadonlySet<string> =
  wordSet(`result results number numbers figure figures reading readings level levels score scores total totals count counts
  average averages base value values rate rates share output today now overall again too still also already`);

type Compared = { readonly of: string } | 'nothing' | 'unknown' | undefined;

/** What a comparative speaks of: a metric behind it, nothing that is counted, or what stands before it. */
function comparedAt({ tokens, metrics }: Reading, at: number): Compared {
  if (!COMPARATIVES.has(wordAt(tokens, at))) return undefined;
  let index = at + 1;
  const thingAt = () => mentionFrom(metrics, index);
  while (BETWEEN.has(wordAt(tokens, index)) && thingAt() === undefined) index += 1;
  const found = thingAt();
  const end = tokens[found?.to ?? index];
  // Of "more fans who attend" nobody knows how many there are.
  const isWhole =
    end === undefined ||
    end.kind === 'mark' ||
    /^(and|but|yet|than|while|were|are|in|of|by|at|to)$/.test(end.lower);
  if (found !== undefined) return found.of !== 'fans' || isWhole ? { of: found.of } : 'unknown';
  const next = tokens[at + 1];
  const isNoun =
    next?.kind === 'word' &&
    !READINGS.has(next.lower) &&
    !/^(than|and|at|by|in|to|on|over|but|while|so|as|for|from|of|with|since|who|which)$/.test(
      next.lower,
    );
  return isNoun ? 'nothing' : undefined;
}

/** "Moved the same way, rising 57" and "over the same days": said by what follows; "the same as before" is a claim. */
function isNeutral({ tokens }: Reading, at: number): boolean {
  const [word, next] = [wordAt(tokens, at), tokens[at + 1]];
  // "The list holds 953 names" counts, "held at 66.1" claims.
  if (
    /^(hold|holds|held|holding)$/.test(word) &&
    (next?.kind === 'figure' ||
      next?.lower.startsWith('up') === true ||
      (next?.lower === 'the' && rankOf(wordAt(tokens, at + 2)) !== undefined))
  )
    return true;
  if (
    word !== 'same' ||
    next?.kind !== 'word' ||
    /^(as|at|level|size|number|figure)$/.test(next.lower)
  )
    return false;
  if (!/^(way|direction|path|trend|course)$/.test(next.lower)) return true;
  return hasFigure(tokens.slice(at));
}

/** The metrics that share what is said at `at`: "engagement (50.6) and digital affinity (56.9) are both up". */
function sharing({ tokens, metrics }: Reading, at: number): readonly string[] {
  const before = metrics.filter(({ to }) => to <= at);
  const list = listsOf(tokens, before, { isParted: true }).find(
    (each) => each.at(-1) === before.at(-1),
  );
  return list?.map(({ of }) => of) ?? [];
}

/** The first word for a direction that is not the one of the change it is said of. */
export function checkDirections(reading: Reading, links: Links): string | undefined {
  const { tokens, facts, inherited, metrics, advice } = reading;
  const changes = facts.filter(({ isChange }) => isChange);
  const isChanged = (word: string, metric: string | undefined) =>
    changes.some((fact) => fact.metric === metric && agrees(word, fact));
  const settled = new Set<number>();
  for (const [token, fact] of links) {
    const { direction, roles } = roleOf(tokens, tokens.indexOf(token));
    if (direction === undefined || fact.metric === 'period') continue;
    if (!fact.isChange && roles.length > 1) continue;
    const word = wordAt(tokens, direction);
    if (!agrees(word, fact)) return tokens[direction]?.text;
    const others = sharing(reading, direction).filter((metric) => metric !== fact.metric);
    if (!others.every((metric) => isChanged(word, metric))) return tokens[direction]?.text;
    settled.add(direction);
  }
  const wrong = tokens.find((token, at) => {
    const word = token.lower;
    if (token.kind !== 'word' || !isDirection(word)) return false;
    const over = overAll(reading, at);
    if (over === 'groups') return true;
    if (over !== undefined) return !over.every((metric) => isChanged(word, metric));
    // Compared figure by figure, in `wrongComparison`.
    if (word === 'above' || word === 'below') return false;
    // "Invite more fans to host" counts nobody.
    // "Invite Basketball fans, who have the highest advocacy, to host more events".
    const isOrdered =
      ORDERS.has(wordAt(tokens, 0)) &&
      ORDERS.has(wordAt(tokens, at - 1)) &&
      wordAt(tokens, at - 2) === 'to' &&
      tokens[at - 3]?.text === ',';
    const isAsked = isOrdered || (advice.has(at) && !hasFigure(tokens));
    if (isAsked && COMPARATIVES.has(word)) return false;
    if (settled.has(at) || mentionAt(metrics, at) !== undefined) return false;
    if (isWish(reading, at) || isOfOthers(reading, at)) return false;
    const compared = comparedAt(reading, at);
    if (compared === 'unknown') return true;
    if (compared === 'nothing' || isNeutral(reading, at)) return false;
    if (compared !== undefined) return !isChanged(word, compared.of);
    if (advice.has(at) && COMPARATIVES.has(word) && tokens[at + 1] === undefined) return false;
    if (wordAt(tokens, at + 1) === 'elsewhere') return !changes.some((fact) => agrees(word, fact));
    // Changes are those of everyone: none is known of a group.
    if (groupOfClaim(reading, at) !== null) return true;
    if (/^(these|those|that|this)$/.test(wordAt(tokens, at - 1)) && isChanged(word, inherited))
      return false;
    const near = nearestMetric(reading, at);
    if (near === undefined && !isGeneric(reading, at)) return true;
    return ![near ?? inherited, ...sharing(reading, at)].every((metric) => isChanged(word, metric));
  });
  return wrong?.text;
}
