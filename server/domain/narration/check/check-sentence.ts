import type { StatedFact } from '../stated-fact.ts';
import { checkDirections } from './check-directions.ts';
import { checkNames, Names } from './check-names.ts';
import type { TextGrounds } from './check-text.ts';
import { AFTER_FIGURES, BENDING } from './figure-neighbours.ts';
import { isDirection, roleOf } from './figure-roles.ts';
import { type Mention, metricMentions } from './mentions.ts';
import { REFUSED } from './refused-words.ts';
import { Subjects } from './subjects.ts';
import type { Token } from './tokens.ts';
import { saysSame, writtenFigure } from './written-figure.ts';

/** Figures of a sentence, in order, with the fact each of them is. */
export type Links = readonly (readonly [Token, StatedFact])[];

/** What a sentence is judged by. */
export interface SentenceGrounds extends TextGrounds {
  /** The metric the sentence before was about: "they" in this one. */
  readonly inherited: string | undefined;
}

/** Parts of a sentence that the checks share. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly subjects: Subjects;
  readonly names: Names;
  readonly facts: readonly StatedFact[];
  readonly inherited: string | undefined;
  /** Names in lower case that need no figure: the department's. */
  readonly own: ReadonlySet<string>;
}

interface Refused {
  readonly because: string;
}

const PRONOUNS: ReadonlySet<string> = new Set(['they', 'that', 'this', 'these', 'those', 'it']);
const PEOPLE_METRICS: ReadonlySet<string> = new Set(['fans', 'elite_fans', 'at_risk_fans']);
const PEOPLE: ReadonlySet<string> = new Set(['fans', 'members', 'people']);
const PERIOD_LEADS: ReadonlySet<string> = new Set(
  `in over during within past last previous prior the than for across after of latest recent these those
  compared with preceding following`.split(/\s+/),
);

/** "Call them first" is an order; "it comes first" is a place nobody calculated. */
const PLACED_FIRST: ReadonlySet<string> = new Set(
  'is are was were comes came come the a finished finishes stands stood in'.split(' '),
);

function refusedWord({ tokens, mentions }: Reading): string | undefined {
  return tokens.find(
    ({ lower, kind }, at) =>
      kind === 'word' &&
      (REFUSED.has(lower) ||
        lower.endsWith("n't") ||
        (lower === 'first' && PLACED_FIRST.has(tokens[at - 1]?.lower ?? ''))) &&
      !mentions.some(({ from, to }) => from <= at && at < to),
  )?.text;
}

/** "28 days", of the period that changes are counted over, in a sentence that speaks of a change. */
function periodAt(reading: Reading, at: number): StatedFact | undefined {
  const { tokens, facts } = reading;
  if (!/^days?$/.test(tokens[at + 1]?.lower ?? '')) return undefined;
  if (!PERIOD_LEADS.has(tokens[at - 1]?.lower ?? '')) return undefined;
  const isAgo = /^(ago|before|earlier)$/.test(tokens[at + 2]?.lower ?? '');
  if (tokens[at - 1]?.lower === 'than' && !isAgo) return undefined;
  const isBent = tokens[at - 1]?.lower === 'over' && PERIOD_LEADS.has(tokens[at - 2]?.lower ?? '');
  if (isBent) return undefined;
  if (!tokens.some(({ lower }) => isDirection(lower))) return undefined;
  const period = facts.find(({ metric }) => metric === 'period');
  return period !== undefined && says(tokens[at], period) ? period : undefined;
}

function says(token: Token | undefined, fact: StatedFact): boolean {
  const digits = fact.unit === 'days' ? fact.text.replace(/\s\p{L}+$/u, '') : fact.text;
  const said = writtenFigure(digits);
  return said !== null && token?.written != null && saysSame(token.written, said);
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
  if (lower === 'points' || lower === 'point') return /^(points|score)$/.test(fact.unit);
  if (PEOPLE.has(lower)) return fact.unit === 'count' && PEOPLE_METRICS.has(fact.metric);
  if (lower === 'of' && fact.unit === 'count') return isPartOf(tokens, at + 2);
  if (/^days?$/.test(lower)) return fact.metric === 'attended_days';
  if (AFTER_FIGURES.has(lower) || isDirection(lower)) return true;
  return (
    mentions.some(({ from }) => from === at + 1) ||
    names.startsAt(at + 1) ||
    lower === 'current' ||
    own.has(lower)
  );
}

/** What a figure is of; people counted by a sentence about "them" are those of the sentence before. */
function subjectOf({ tokens, subjects, inherited }: Reading, at: number): string | undefined {
  const subject = subjects.ofFigure(at);
  const isSame =
    subject === 'fans' &&
    inherited !== undefined &&
    PEOPLE_METRICS.has(inherited) &&
    (PRONOUNS.has(tokens[0]?.lower ?? '') || /^th[eo]se$/.test(tokens[at - 1]?.lower ?? ''));
  return isSame ? inherited : subject;
}

function factAt(reading: Reading, at: number): StatedFact | undefined {
  const { tokens, names, facts, inherited } = reading;
  const period = periodAt(reading, at);
  if (period !== undefined) return period;
  const { role } = roleOf(tokens, at);
  const near = tokens[at - 1]?.lower ?? '';
  if (role === 'loose' || BENDING.has(near)) return undefined;
  const subject = subjectOf(reading, at);
  const name = names.ofFigure(at);
  return facts.find((fact) => {
    if (!says(tokens[at], fact) || fact.isChange !== (role === 'change')) return false;
    if (fact.group !== name || fact.metric === 'period') return false;
    const isSubject = fact.metric === (subject ?? inherited);
    // One metric is compared between groups: a group's own figure may go without its name.
    return (
      (isSubject || (subject === undefined && fact.group !== null)) && fitsUnit(reading, at, fact)
    );
  });
}

/** The figures of a sentence with their facts and what it is about, or why it is refused. */
export function checkSentence(
  tokens: readonly Token[],
  grounds: SentenceGrounds,
): { readonly links: Links; readonly subject: string | undefined } | Refused {
  const mentions = metricMentions(tokens);
  const names = new Names(tokens, { facts: grounds.facts, mentions });
  const subjects = new Subjects(tokens, { mentions, names: names.all, own: grounds.names });
  const { facts, inherited } = grounds;
  const own = new Set(grounds.names.map((name) => name.toLowerCase()));
  const reading: Reading = { tokens, mentions, subjects, names, facts, inherited, own };
  const word = refusedWord(reading);
  if (word !== undefined) return { because: `the word "${word}"` };
  const stranger = checkNames(reading, grounds);
  if (stranger !== undefined) return { because: `the name "${stranger}"` };
  const links: [Token, StatedFact][] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'mark' && /^[%$-]$/.test(token.text)) return { because: 'a stray mark' };
    if (token.kind !== 'figure') continue;
    const fact = factAt(reading, at);
    if (fact === undefined) return { because: `the figure "${token.text}"` };
    links.push([token, fact]);
  }
  const claim = checkDirections(reading, links);
  if (claim !== undefined) return { because: `the direction "${claim}"` };
  return { links, subject: subjects.main };
}
