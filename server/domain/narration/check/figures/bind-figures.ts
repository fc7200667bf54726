import type { StatedFact } from '../../stated-fact.ts';
import { groupOfFigure } from '../reading/group-of.ts';
import { isState } from '../reading/people.ts';
import type { Reading } from '../reading/reading.ts';
import type { Token } from '../text/tokens.ts';
import { isFigure, wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { BENDING } from '../words/figure-neighbours.ts';
import { rankOf } from '../words/ranks.ts';
import { wordSet } from '../words/word-set.ts';
import { type Role, roleOf } from './figure-roles.ts';
import { fitsUnit } from './fits-unit.ts';
import { isGeneric } from './generic.ts';
import { periodAt } from './period.ts';
import { saysFact } from './says-fact.ts';
import { goesOn, subjectOf } from './subject-of.ts';

/** Figures of a sentence, in order, with the fact each of them is. */
export type Links = readonly (readonly [Token, StatedFact])[];

const says = (token: Token | undefined, fact: StatedFact) =>
  token?.written != null && saysFact(token.written, fact);

const UNITS: ReadonlySet<string> = wordSet('points point fans people members');

function roleOfFact(fact: StatedFact): Role {
  if (fact.before !== undefined) return 'former';
  return fact.isChange ? 'change' : 'level';
}

/** "Ranges from 13.87 for Anchor": a level of a group, and no time. */
function isRangeFrom({ tokens, groups }: Reading, at: number, fact: StatedFact): boolean {
  const isMoved = tokens.slice(0, at).some(({ lower }) => isDirection(lower));
  return fact.group !== null && wordAt(tokens, at - 1) === 'from' && !isMoved && groups.length > 0;
}

/** The fact that a figure is, by what it says, how it stands and what the words around it speak of. */
function factAt(
  reading: Reading,
  at: number,
  last: StatedFact | undefined,
): StatedFact | undefined {
  const { tokens, groups, facts, inherited } = reading;
  const period = periodAt(reading, at);
  if (period !== undefined) return period;
  const sign = tokens[at]?.written?.sign;
  const roles = sign === undefined ? roleOf(tokens, at).roles : ['change' as const];
  const near = wordAt(tokens, at - 1);
  if (BENDING.has(near) && !/^(from|above|below)$/.test(near)) return undefined;
  const bare = subjectOf(reading, at);
  const isOfPeople = bare === undefined && /^(these|those|remaining)$/.test(near);
  const isLoose = bare === undefined && !isGeneric(reading, at);
  const subject = isOfPeople ? reading.people : bare;
  // "The at-risk group took in 586 fans": people may be those of the state named before.
  const { of: state } =
    reading.metrics.filter(({ of, to }) => isState(of) && to <= at).at(-1) ?? {};
  return facts.find((fact) => {
    if (fact.metric === 'period' || !says(tokens[at], fact)) return false;
    if (sign !== undefined && fact.direction !== sign) return false;
    const role = roleOfFact(fact);
    if (!roles.includes(role) && !isRangeFrom(reading, at, fact)) return false;
    // "It is lowest, at 31.8": the place is told, and the figure says whose it is.
    const isPlaced =
      groups.length === 0 &&
      tokens.some(({ lower }, index) => {
        const isRank = rankOf(lower) === fact.rank;
        return isRank && isGeneric(reading, Math.min(at, index), { withMetrics: true });
      });
    const group = groupOfFigure(reading, at, { isChange: role === 'change' });
    if (fact.group !== group && !(fact.rank !== null && isPlaced)) return false;
    const isSubject = fact.metric === (subject ?? (isLoose ? undefined : inherited));
    const isOfState = subject === 'fans' && fact.metric === state;
    const isSame =
      last !== undefined && fact.metric === last.metric && goesOn(reading, at, fact.metric);
    // One metric is compared between groups: a group's own figure may go without its name.
    const isNew = !reading.metrics.some(({ to }) => to <= at) && fact.metric === inherited;
    const isOfGroup = fact.group !== null && (subject === undefined || isNew);
    return (isSubject || isOfState || isSame || isOfGroup) && fitsUnit(reading, at, fact);
  });
}

/** "Down 38 to 9.3%" goes from a count to a share. */
function isMeasuredAlike(change: StatedFact | undefined, level: StatedFact): boolean {
  return (change?.unit === 'points' ? 'score' : change?.unit) === level.unit;
}

/** Every figure of a sentence with the fact it is; the text of the first that is none. */
export function bindFigures(reading: Reading): Links | string {
  const { tokens } = reading;
  const links: [Token, StatedFact][] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'figure') continue;
    const last = links.filter(([, { metric }]) => metric !== 'period').at(-1)?.[1];
    const fact = factAt(reading, at, last);
    const isEnd =
      wordAt(tokens, at - 1) === 'to' &&
      (isFigure(tokens, at - 2) || UNITS.has(wordAt(tokens, at - 2))) &&
      links.at(-1)?.[1].metric === fact?.metric;
    if (fact === undefined || (isEnd && !isMeasuredAlike(links.at(-1)?.[1], fact)))
      return token.text;
    links.push([token, fact]);
  }
  return links;
}
