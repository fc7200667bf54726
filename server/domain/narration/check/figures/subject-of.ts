import { isBase } from '../reading/is-base.ts';
import { metricOfFigure, nearestMetric } from '../reading/metric-of.ts';
import { mentionFrom } from '../reading/near.ts';
import { isState, PEOPLE_METRICS } from '../reading/people.ts';
import type { Reading } from '../reading/reading.ts';
import { wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { wordSet } from '../words/word-set.ts';
import { roleOf } from './figure-roles.ts';

const PRONOUNS: ReadonlySet<string> = wordSet('they that this these those it');

/** "12% of fans are at risk: 624 people": the people are those the share is of. */
function apposed({ tokens, metrics }: Reading, at: number): string | undefined {
  const mark = tokens[at - 1]?.text ?? '';
  const isPart = tokens.slice(0, at).some(({ written }) => written?.kind === 'percent');
  if (!/^[:(]$/.test(mark) && !(isPart && /^[,–—]$|^or$/.test(mark))) return undefined;
  const states = metrics.filter(({ of }) => isState(of));
  return (states.filter(({ to }) => to < at).at(-1) ?? states[0])?.of;
}

/** Whether the last thing but all fans that is named before a movement is named in its clause. */
function isInClause({ tokens, metrics }: Reading, direction: number): boolean {
  const owner = metrics.filter(({ of, to }) => of !== 'fans' && to <= direction).at(-1);
  if (owner === undefined || PEOPLE_METRICS.has(owner.of)) return true;
  return tokens
    .slice(owner.to, direction)
    .every(({ kind, lower }) => kind !== 'mark' && !/^(and|but|while|despite)$/.test(lower));
}

/** What a figure is of; people may be counted again by "they", "these fans" or the thing that won or lost them. */
export function subjectOf(reading: Reading, at: number): string | undefined {
  const { tokens, metrics, inherited, people, advice } = reading;
  const subject = metricOfFigure(reading, at);
  // "A decline of 120 in total fans".
  const behindIn = mentionFrom(metrics, at + 2);
  if (wordAt(tokens, at - 1) === 'of' && wordAt(tokens, at + 1) === 'in' && behindIn !== undefined)
    return behindIn.of;
  // "A rise of 980 in e-mail opens to 12,140".
  const ended = wordAt(tokens, at - 1) === 'to' && metrics.find(({ to }) => to === at - 1);
  if (ended !== undefined && ended !== false) {
    // "A decline of 120 in total fans to 7,940", but not "the Elite tier gained 26 fans to 1,904".
    if (ended.of !== 'fans' || wordAt(tokens, ended.from - 1) === 'in') return ended.of;
  }
  // "The community grew by 92 to 14,608 fans"; with a group named it may be the group of that name.
  const said = roleOf(tokens, at).direction ?? at;
  if (wordAt(tokens, said - 1) === 'community' && reading.groups.length === 0) return 'fans';
  // "Still, this group accounts for 15% of all fans".
  const isThisGroup = tokens
    .slice(0, at)
    .some(({ lower }, index) => lower === 'this' && wordAt(tokens, index + 1) === 'group');
  if (isThisGroup && metrics.every(({ of }) => of === 'fans') && people !== undefined)
    return people;
  if (subject !== 'fans' || reading.listed.metrics.has(at) || isBase(reading, at)) return subject;
  // "The at-risk group still includes 3,318 people", "consists of 419 fans".
  const state = metrics.filter(({ of, to }) => isState(of) && to <= at).at(-1);
  const isCounted = /^(includes?|of|comprises?|holds?|counts?|contains?|numbers?|has|have)$/.test(
    wordAt(tokens, at - 1),
  );
  const behind = mentionFrom(metrics, at + 1);
  const isPeople = /^(people|individuals|names|members)$/.test(wordAt(tokens, at + 1));
  const isSo = /^(affected|concerned|involved|flagged|so)$/.test(wordAt(tokens, behind?.to ?? -1));
  if (state !== undefined && (isCounted || isSo || isPeople) && !isBase(reading, at))
    return state.of;
  const isDescribed = /^(affected|concerned|flagged)$/.test(wordAt(tokens, at + 1));
  if ((isSo || isDescribed) && people !== undefined) return people;
  if (PRONOUNS.has(wordAt(tokens, 0)) && inherited !== undefined) {
    if (PEOPLE_METRICS.has(inherited)) return inherited;
  }
  const before = wordAt(tokens, at - 1);
  // "Contact the 248 fans first": those who were counted before.
  const isKnown = /^(these|those|remaining)$/.test(before) || (before === 'the' && advice.has(at));
  if (isKnown) return people ?? subject;
  // "Look at these fans first: they make up 10.4% of the total".
  const isAgain = tokens
    .slice(0, at)
    .some(
      ({ lower }, index) =>
        /^(they|these|those|who)$/.test(lower) ||
        (lower === 'this' && /^(segment|list)$/.test(wordAt(tokens, index + 1))),
    );
  if (isAgain && people !== undefined && state === undefined) return people;
  const { direction } = roleOf(tokens, at);
  // "A dozen fans were added to the Elite count".
  if (
    direction !== undefined &&
    direction > at &&
    /^(to|from|off)$/.test(wordAt(tokens, direction + 1))
  ) {
    const goal = metrics.find(({ from }) => from > direction && from <= direction + 4);
    if (goal !== undefined) return goal.of;
  }
  const isEnd =
    wordAt(tokens, at - 1) === 'to' && tokens.slice(0, at).some(({ lower }) => isDirection(lower));
  const moved = tokens.findLastIndex(({ lower }, index) => index < at && isDirection(lower));
  // "Lifetime value rose, and the community grew by 92 to 14,608 fans".
  if (isEnd && isInClause(reading, moved)) return nearestMetric(reading, at) ?? subject;
  if (direction !== undefined && direction < at) {
    // "Lifetime value rose, and the community welcomed 18 fans": another clause, and another thing.
    if (isInClause(reading, direction)) return nearestMetric(reading, direction) ?? subject;
    return subject;
  }
  return apposed(reading, at) ?? subject;
}

/** Words between a figure and another one of the same thing: "318 referrals, which is 29 more". */
const ONWARD: ReadonlySet<string> = wordSet(
  'a an at on of by or and the which who represent represents account accounts for so standing leaving bringing taking putting is are was were it that still now only just up to make makes making this',
);
/** Nouns that stand for what was counted before: "which puts the total at 5,210". */
const TOTALS: ReadonlySet<string> = wordSet(
  'total count number figure tally sum average it them headcount level balance group which leaving leaves',
);

/** Whether a figure is of the same as the one before it: nothing else is spoken of in between. */
export function goesOn({ tokens, metrics }: Reading, at: number, metric: string): boolean {
  const last = tokens.findLastIndex(
    ({ kind, written }, index) =>
      index < at &&
      kind === 'figure' &&
      !(written?.value === 28 && wordAt(tokens, index + 1) === 'days'),
  );
  if (last < 0) return false;
  const between = tokens.slice(last + 1, at);
  const mark = between.findIndex(({ kind }) => kind === 'mark');
  if (mark < 0) return false;
  const isOther = metrics.some(
    ({ of, from, to }) => from > last && to <= at && of !== metric && of !== 'fans',
  );
  if (isOther) return false;
  const rest = between.slice(mark + 1);
  const isOnward = rest.every(
    ({ kind, lower }) => kind === 'mark' || ONWARD.has(lower) || isDirection(lower),
  );
  return isOnward || rest.slice(-4).some(({ lower }) => TOTALS.has(lower));
}
