import type { Token } from '../text/tokens.ts';
import { wordAt } from '../text/word-at.ts';
import { rankOf } from '../words/ranks.ts';
import { wordSet } from '../words/word-set.ts';
import { lastBefore, mentionFrom } from './near.ts';
import type { Reading } from './reading.ts';

const LEADS = wordSet('in for among at from of by to');
/** Words around a figure that make it one of everyone, whoever was named before. */
const EVERYONE = wordSet('overall altogether combined across total');
/** Words that begin another clause. */
const CLAUSES = wordSet(
  'and while but with as whereas yet since though although after which so because given',
);
/** Nouns that a figure stands for. */
const STATING = wordSet('figure reading level score average value result');
const REACH = 4;

const isBreak = ({ kind, lower }: Token) => kind === 'mark' || CLAUSES.has(lower);

/** What stands between the group named last and a place. */
function sinceGroup({ tokens, groups }: Reading, at: number): readonly Token[] | undefined {
  const name = lastBefore(groups, at);
  return name === undefined ? undefined : tokens.slice(name.to, at);
}

/** "Tennis has an overall average of 29.6": of the group all the same, where no clause begins in between. */
function isInClause(reading: Reading, at: number): boolean {
  const since = sinceGroup(reading, at);
  const isIts = since?.some(({ lower }, index) => {
    const before = since[index - 1];
    return /^(there|its|their)$/.test(lower) && before?.kind === 'word' && !isBreak(before);
  });
  return since !== undefined && (isIts === true || !since.some(isBreak));
}

/** "38.9 in total", "overall, it averages 38.9". */
function isOfEveryone({ tokens }: Reading, at: number): boolean {
  const lead = tokens.slice(Math.max(0, at - REACH), at);
  const from = lead.findLastIndex(({ kind }) => kind !== 'word');
  return [...lead.slice(from + 1), ...behindFigure(tokens, at)].some(({ lower }) =>
    EVERYONE.has(lower),
  );
}

/** The few words behind a figure that still tell of it. */
function behindFigure(tokens: readonly Token[], at: number): readonly Token[] {
  const words = tokens.slice(at + 1, at + 1 + REACH);
  const end = words.findIndex(
    ({ kind, text }) => kind === 'figure' || /^([,;:()–—]|and|but|while|with|against)$/.test(text),
  );
  return end < 0 ? words : words.slice(0, end);
}

/** "Golf (31.8)", "the lowest, $14.35, belongs to Friend": the group a figure in marks is of. */
function groupOfMarked({ tokens, groups }: Reading, at: number): string | undefined {
  if (tokens[at + 1]?.text === '(') return mentionFrom(groups, at + 2)?.of;
  if (tokens[at - 1]?.text !== ',' || tokens[at + 1]?.text !== ',') return undefined;
  const next = groups.find(({ from }) => from > at && from <= at + 2 + REACH);
  const lead = wordAt(tokens, (next?.from ?? 0) - 1);
  return /^(to|from|by|for|among|in|at|with)$/.test(lead) ? next?.of : undefined;
}

/** "Lowest for Soccer, with an overall average of 43.5": in another clause, everyone is spoken of. */
function isWidened(reading: Reading, at: number): boolean {
  const since = sinceGroup(reading, at) ?? [];
  return (
    !isInClause(reading, at) &&
    since.slice(since.findIndex(isBreak)).some(({ lower }) => EVERYONE.has(lower))
  );
}

/** "…Explorer, with total revenue at $1.24M": another clause about a thing groups are not compared by. */
function isLeft(reading: Reading, at: number): boolean {
  const { metrics, facts } = reading;
  const since = sinceGroup(reading, at) ?? [];
  const first = at - since.length + since.findIndex(isBreak);
  if (!since.some(isBreak)) return false;
  // "Golf, where engagement is lowest at 31.8 and fans at risk number 3,670": still of Golf.
  const where = since.findIndex(({ lower }) => lower === 'where');
  const isOneClause = since
    .slice(where)
    .every(({ lower }) => lower === 'and' || (lower !== ',' && !CLAUSES.has(lower)));
  if (where >= 0 && where <= 1 && isOneClause) return false;
  // "…Staff, while staying in touch with the 586 fans at risk": what the figure counts is spoken of too.
  const isApart = since.some(
    ({ lower }, index) =>
      /^(while|whereas|but|yet|although|though)$/.test(lower) ||
      (lower === 'and' && wordAt(since, index + 1).endsWith('ing')),
  );
  const end = isApart && !isInClause(reading, at) ? at + 2 : at - 1;
  const compared = facts.find(({ group }) => group !== null)?.metric;
  const spoken = metrics.filter(({ of, from }) => from > first && from <= end && of !== 'fans');
  // "Approach Tennis for hosts and referrals, since its advocacy is the lowest": back at what is compared.
  if (isRanked(reading) && spoken.at(-1)?.of === compared) return false;
  return spoken.some(({ of }) => of !== compared);
}

/** A place among groups binds a figure to a name that follows: "at 55.2, Basketball is strongest". */
const isRanked = ({ tokens }: Reading) => tokens.some(({ lower }) => rankOf(lower) !== undefined);

/** "At 55.2, Basketball is strongest": the name right behind the mark. */
function groupBehindMark({ tokens, groups }: Reading, at: number): string | null {
  const behind = groups.find(({ from }) => from > at);
  const isOpened = tokens
    .slice(0, at)
    .every(({ lower }) => /^(at|with|on|a|an|the|average|score|of|by)$/.test(lower));
  const isNext = tokens.slice(at + 1, behind?.from ?? at).every(({ kind }) => kind === 'mark');
  return behind !== undefined && (isOpened || isNext) ? behind.of : null;
}

/** The group a figure is of: named right behind it ("18.5 in Football"), else the nearest before. */
export function groupOfFigure(
  reading: Reading,
  at: number,
  { isChange }: { readonly isChange: boolean },
): string | null {
  const { tokens, groups } = reading;
  const marked = groupOfMarked(reading, at);
  if (marked !== undefined) return marked;
  if (isOfEveryone(reading, at) && !isInClause(reading, at)) return null;
  const reach = at + 1 + behindFigure(tokens, at).length;
  const named =
    reading.listed.groups.get(at) ??
    groups.find(({ from }) => from > at && from <= reach && LEADS.has(wordAt(tokens, from - 1)))
      ?.of;
  if (named !== undefined) return named;
  const before = lastBefore(groups, at);
  if (before !== undefined) return isWidened(reading, at) || isLeft(reading, at) ? null : before.of;
  // No change of a group is known.
  return !isChange && isRanked(reading) ? groupBehindMark(reading, at) : null;
}

/** The group behind "in", "for" and the like, in the clause of a word. */
function groupBehind({ tokens, groups }: Reading, at: number, reach: number): string | undefined {
  const end = tokens.findIndex(
    ({ kind, lower }, index) => index > at && (kind !== 'word' || CLAUSES.has(lower)),
  );
  return groups.find(
    ({ from }) =>
      from > at &&
      from <= at + reach &&
      (end < 0 || from < end) &&
      LEADS.has(wordAt(tokens, from - 1)),
  )?.of;
}

/** The group a movement at `at` would be claimed of. */
export function groupOfClaim(reading: Reading, at: number): string | null {
  const before = lastBefore(reading.groups, at);
  if (before !== undefined && !isLeft(reading, at)) return before.of;
  return groupBehind(reading, at, reading.tokens.length) ?? null;
}

/** "Platinum brings $140 and Anchor $28, the highest and lowest": the places stand as the names do. */
function groupOfPair({ tokens, groups }: Reading, at: number): string | undefined {
  const behindThe = (index: number) => (wordAt(tokens, index) === 'the' ? index + 1 : index);
  const isPlace = (index: number) => rankOf(wordAt(tokens, index)) !== undefined;
  const first = [at, at - 2, at - 3].find(
    (index) =>
      isPlace(index) && wordAt(tokens, index + 1) === 'and' && isPlace(behindThe(index + 2)),
  );
  if (first === undefined || (first !== at && behindThe(first + 2) !== at)) return undefined;
  const before = groups.filter(({ to }) => to <= first);
  return before.length === 2 ? before[first === at ? 0 : 1]?.of : undefined;
}

/** The group a place among groups is claimed for: "weakest in Soccer", else the nearest. */
export function groupOfRank(reading: Reading, at: number): string | null {
  const { tokens, groups } = reading;
  const paired = groupOfPair(reading, at);
  if (paired !== undefined) return paired;
  // "The lowest figure, $14.35, belongs to Friend".
  const figure = tokens.findIndex(({ kind }, index) => index > at && kind === 'figure');
  const between = tokens.slice(at + 1, figure);
  const isTold =
    figure > 0 &&
    between.length <= REACH &&
    between.every(({ kind, lower }) => kind === 'mark' || STATING.has(lower)) &&
    between.some(({ kind }) => kind === 'mark');
  if (isTold) return groupOfFigure(reading, figure, { isChange: false });
  const nearest = lastBefore(groups, at) ?? groups.find(({ from }) => from > at);
  return groupBehind(reading, at, REACH) ?? nearest?.of ?? null;
}
