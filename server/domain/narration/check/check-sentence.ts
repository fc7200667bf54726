import type { StatedFact } from '../stated-fact.ts';
import { checkDirections } from './check-directions.ts';
import { checkNames, Names } from './check-names.ts';
import type { TextGrounds } from './check-text.ts';
import { unknownWord } from './check-words.ts';
import { AFTER_FIGURES, BENDING, DESCRIBING_FANS } from './figure-neighbours.ts';
import { isDirection, roleOf } from './figure-roles.ts';
import { type Mention, metricMentions, nameMentions } from './mentions.ts';
import { ORDERS } from './openers.ts';
import { REFUSED } from './refused-words.ts';
import { saysFact } from './says-fact.ts';
import { Subjects } from './subjects.ts';
import type { Token } from './tokens.ts';

/** Figures of a sentence, in order, with the fact each of them is. */
export type Links = readonly (readonly [Token, StatedFact])[];

/** What a sentence is judged by. */
export interface SentenceGrounds extends TextGrounds {
  /** The metric the sentence before was about: "they" in this one. */
  readonly inherited: string | undefined;
  /** The last of the people some of all fans are, such as those at risk: "these fans". */
  readonly people: string | undefined;
}

/** Parts of a sentence that the checks share. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly subjects: Subjects;
  readonly names: Names;
  readonly facts: readonly StatedFact[];
  readonly inherited: string | undefined;
  readonly people: string | undefined;
  /** Names in lower case that need no figure: the department's. */
  readonly own: ReadonlySet<string>;
}

interface Proven {
  readonly links: Links;
  /** The metric it is about. */
  readonly subject: string | undefined;
  /** The last of those at risk or in the Elite tier, where it speaks of them. */
  readonly people: string | undefined;
}

interface Refused {
  readonly because: string;
}

const PRONOUNS: ReadonlySet<string> = new Set(['they', 'that', 'this', 'these', 'those', 'it']);
const PEOPLE_METRICS: ReadonlySet<string> = new Set(['fans', 'elite_fans', 'at_risk_fans']);
const PEOPLE: ReadonlySet<string> = new Set(['fans', 'fan', 'members', 'people']);
const PERIOD_LEADS: ReadonlySet<string> = new Set(
  `in over during within past last previous prior the than for across after of latest recent these those
  compared with preceding following since`.split(/\s+/),
);

/** "Call them first" is an order; "it comes first" is a place nobody calculated. */
const PLACED_FIRST: ReadonlySet<string> = new Set(
  'is are was were comes came come the a finished finishes stands stood in'.split(' '),
);

/** What something may be compared with: the time before, and nothing else. */
const THEN: ReadonlySet<string> = new Set(['before', 'earlier', 'previously', 'then']);

/** "than 28 days ago" compares with facts; "than revenue" claims what no fact says. */
function comparesOther(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && next.kind !== 'figure' && !THEN.has(next.lower);
}

/** A reason may be given for an order, from facts; a cause of what happened is none of them. */
function isCause(tokens: readonly Token[], at: number): boolean {
  const isProven = tokens.slice(at).some(({ kind }) => kind === 'figure');
  if (tokens[at + 1]?.lower === 'of' || !isProven) return true;
  return !tokens
    .slice(0, at)
    .some(({ lower, text }, index) => ORDERS.has(lower) && (index === 0 || text === lower));
}

function refusedWord({ tokens, mentions }: Reading): string | undefined {
  return tokens.find(({ lower, kind }, at) => {
    if (kind !== 'word' || mentions.some(({ from, to }) => from <= at && at < to)) return false;
    if (at === 0 && ORDERS.has(lower)) return false;
    if (lower === 'today') return tokens.some((token) => isDirection(token.lower));
    if (lower === 'would') return !ORDERS.has(tokens[0]?.lower ?? '');
    if (/^equals?$/.test(lower)) return tokens[at + 1]?.kind !== 'figure';
    if (REFUSED.has(lower) || lower.endsWith("n't")) return true;
    if (lower === 'day') return /^(a|an|each|one)$/.test(tokens[at - 1]?.lower ?? '');
    if (lower === 'first') return PLACED_FIRST.has(tokens[at - 1]?.lower ?? '');
    if (lower === 'than') return comparesOther(tokens, at);
    return lower === 'because' && isCause(tokens, at);
  })?.text;
}

/** "Over 28 days" is the period; "in over 28 days" and "just over 28 days" are another. */
const BENT: ReadonlySet<string> = new Set([
  ...PERIOD_LEADS,
  ...['just', 'slightly', 'little', 'well', 'only', 'from', 'to'],
]);

/** "28 days", of the period that changes are counted over, in a sentence that speaks of a change. */
function periodAt(reading: Reading, at: number): StatedFact | undefined {
  const { tokens, facts } = reading;
  if (!/^days?$/.test(tokens[at + 1]?.lower ?? '')) return undefined;
  const isAgo = /^(ago|before|earlier)$/.test(tokens[at + 2]?.lower ?? '');
  const lead = tokens[at - 1]?.lower ?? '';
  const isComparedTo = lead === 'to' && tokens[at - 2]?.lower === 'compared';
  const isLed =
    PERIOD_LEADS.has(lead) || isComparedTo || (isAgo && /^(higher|lower|from|on)$/.test(lead));
  if (!isLed) return undefined;
  if (tokens[at - 1]?.lower === 'than' && !isAgo) return undefined;
  const isBent = lead === 'over' && BENT.has(tokens[at - 2]?.lower ?? '');
  if (isBent) return undefined;
  if (!tokens.some(({ lower }) => isDirection(lower))) return undefined;
  const period = facts.find(({ metric }) => metric === 'period');
  return period !== undefined && says(tokens[at], period) ? period : undefined;
}

function says(token: Token | undefined, fact: StatedFact): boolean {
  return token?.written != null && saysFact(token.written, fact);
}

/** "59 of 1,821 fans" and "59 of them"; a count "of all fans" would be a share. */
function isPartOf(tokens: readonly Token[], at: number): boolean {
  const next = /^(the|our|all)$/.test(tokens[at]?.lower ?? '') ? tokens[at + 1] : tokens[at];
  return next?.kind === 'figure' || /^(them|these|those)$/.test(next?.lower ?? '');
}

/** Whether the word behind a figure may stand there, and agrees with the fact's unit. */
function fitsUnit(
  { tokens, mentions, names, own }: Reading,
  at: number,
  fact: StatedFact,
): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind !== 'word') return true;
  const { lower } = next;
  const isThing = mentions.some(({ from }) => from === at + 1);
  // "2.6% Elite fans" counts nobody.
  if (tokens[at]?.written?.kind === 'percent' && isThing) {
    return tokens[at]?.written?.isShare === true;
  }
  if (lower === 'points' || lower === 'point') return /^(points|score)$/.test(fact.unit);
  if (PEOPLE.has(lower)) {
    const isShare = tokens[at]?.written?.isShare === true;
    return isShare || (fact.unit === 'count' && PEOPLE_METRICS.has(fact.metric));
  }
  if (lower === 'of' && fact.unit === 'count') return isPartOf(tokens, at + 2);
  if (/^e-?mails$/.test(lower)) return mentions.some(({ of }) => of === fact.metric);
  if (/^days?$/.test(lower)) return fact.metric === 'attended_days';
  if (AFTER_FIGURES.has(lower) || isDirection(lower)) return true;
  return isThing || names.startsAt(at + 1) || DESCRIBING_FANS.has(lower) || own.has(lower);
}

/** "12% of fans are at risk: 624 people": the people are those the share is of. */
function apposed({ tokens, mentions }: Reading, at: number): string | undefined {
  const mark = tokens[at - 1]?.text ?? '';
  const isPart = tokens.slice(0, at).some(({ written }) => written?.kind === 'percent');
  if (!/^[:(]$/.test(mark) && !(isPart && /^[,–—]$|^or$/.test(mark))) return undefined;
  const states = mentions.filter(({ of }) => of !== 'fans' && PEOPLE_METRICS.has(of));
  return (states.filter(({ to }) => to < at).at(-1) ?? states[0])?.of;
}

/** What a figure is of; people may be counted again by "they", "these fans" or the thing that won or lost them. */
function subjectOf(reading: Reading, at: number): string | undefined {
  const { tokens, subjects, inherited, people } = reading;
  const subject = subjects.ofFigure(at);
  if (subject !== 'fans') return subject;
  if (PRONOUNS.has(tokens[0]?.lower ?? '') && inherited !== undefined) {
    if (PEOPLE_METRICS.has(inherited)) return inherited;
  }
  if (/^th[eo]se$/.test(tokens[at - 1]?.lower ?? '')) return people ?? subject;
  const { direction } = roleOf(tokens, at);
  const isEnd =
    tokens[at - 1]?.lower === 'to' && tokens.slice(0, at).some(({ lower }) => isDirection(lower));
  if (isEnd) return subjects.near(at) ?? subject;
  if (direction !== undefined && direction < at) return subjects.near(direction) ?? subject;
  return apposed(reading, at) ?? subject;
}

function factAt(reading: Reading, at: number): StatedFact | undefined {
  const { tokens, names, facts, inherited } = reading;
  const period = periodAt(reading, at);
  if (period !== undefined) return period;
  const sign = tokens[at]?.written?.sign;
  const { role } = sign === undefined ? roleOf(tokens, at) : { role: 'change' };
  const near = tokens[at - 1]?.lower ?? '';
  if (role === 'loose' || BENDING.has(near)) return undefined;
  const subject = subjectOf(reading, at);
  const name = names.ofFigure(at, { isChange: role === 'change' });
  return facts.find((fact) => {
    if (sign !== undefined && fact.direction !== sign) return false;
    if (!says(tokens[at], fact) || fact.isChange !== (role === 'change')) return false;
    if (fact.group !== name || fact.metric === 'period') return false;
    const isSubject = fact.metric === (subject ?? inherited);
    // One metric is compared between groups: a group's own figure may go without its name.
    return (
      (isSubject || (subject === undefined && fact.group !== null)) && fitsUnit(reading, at, fact)
    );
  });
}

/** "Down 38 to 9.3%" goes from a count to a share. */
function isMeasuredAlike(change: StatedFact | undefined, level: StatedFact): boolean {
  return (change?.unit === 'points' ? 'score' : change?.unit) === level.unit;
}

/** "Elite fans" are a group where the sentence names such a group or compares groups, else a count of their own. */
function mentionsOf(tokens: readonly Token[], facts: readonly StatedFact[]): Mention[] {
  const mentions = metricMentions(tokens);
  const elite = facts.filter(({ group }) => /\bElite$/.test(group ?? ''));
  const longer = elite.flatMap(({ group }) => (group === null || group === 'Elite' ? [] : [group]));
  const isGroup =
    mentions.some(({ of }) => elite.some(({ metric }) => metric === of)) ||
    nameMentions(tokens, longer).length > 0;
  return isGroup ? metricMentions(tokens, new Set(['elite_fans'])) : mentions;
}

/** The figures of a sentence with their facts and what it is about, or why it is refused. */
export function checkSentence(
  tokens: readonly Token[],
  grounds: SentenceGrounds,
): Proven | Refused {
  const { facts, inherited, people } = grounds;
  const mentions = mentionsOf(tokens, facts);
  const names = new Names(tokens, { facts: grounds.facts, mentions });
  const subjects = new Subjects(tokens, {
    mentions,
    names: names.all,
    own: grounds.names,
    inherited,
  });
  const own = new Set(grounds.names.map((name) => name.toLowerCase()));
  const reading: Reading = { tokens, mentions, subjects, names, facts, inherited, people, own };
  const word = refusedWord(reading);
  if (word !== undefined) return { because: `the word "${word}"` };
  const stranger = checkNames(reading, grounds);
  if (stranger !== undefined) return { because: `the name "${stranger}"` };
  const unknown = unknownWord(reading);
  if (unknown !== undefined) return { because: `the unknown word "${unknown}"` };
  const links: [Token, StatedFact][] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'mark' && /^[%$-]$/.test(token.text)) return { because: 'a stray mark' };
    if (token.kind !== 'figure') continue;
    const fact = factAt(reading, at);
    const isEnd = tokens[at - 1]?.lower === 'to' && links.at(-1)?.[1].metric === fact?.metric;
    if (fact === undefined || (isEnd && !isMeasuredAlike(links.at(-1)?.[1], fact))) {
      return { because: `the figure "${token.text}"` };
    }
    links.push([token, fact]);
  }
  const claim = checkDirections(reading, links);
  if (claim !== undefined) return { because: `the direction "${claim}"` };
  const states = mentions.filter(({ of }) => of !== 'fans' && PEOPLE_METRICS.has(of));
  return { links, subject: subjects.main, people: states.at(-1)?.of };
}
