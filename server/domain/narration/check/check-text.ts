import type { Segment } from '../segments.ts';
import type { Sentence } from '../sentences.ts';
import type { StatedFact } from '../stated-fact.ts';
import { checkSentence } from './check-sentence.ts';
import type { Links } from './figures/bind-figures.ts';
import { findMarkup } from './text/plain-text.ts';
import { sentencesOf, tokensOf } from './text/tokens.ts';

/** What a text may speak about. */
export interface TextGrounds {
  readonly facts: readonly StatedFact[];
  /** Groups that may be named without a figure of their own, such as the department's name. */
  readonly names: readonly string[];
  /** Groups that exist and that no fact is about: never named. */
  readonly otherNames: readonly string[];
}

/** The text with each figure linked to its fact, or why it was refused. */
export type CheckedText =
  | { readonly isProven: true; readonly sentences: readonly Sentence[] }
  | { readonly isProven: false; readonly because: string };

function linked(text: string, links: Links, role: Sentence['role']): Sentence {
  const segments: Segment[] = [];
  let at = 0;
  for (const [whole, fact] of links) {
    // A sign stays beside its figure, which is written anew for other locales.
    const token = whole.written?.sign === undefined ? whole : { ...whole, start: whole.start + 1 };
    if (token.start > at) segments.push({ text: text.slice(at, token.start), fact_id: null });
    // A fact written as "28 days" is the figure and its unit.
    const same = text.slice(token.start, token.start + fact.text.length);
    const written = same === fact.text ? same : text.slice(token.start, token.end);
    segments.push({ text: written, fact_id: fact.id });
    at = token.start + written.length;
  }
  if (at < text.length) segments.push({ text: text.slice(at), fact_id: null });
  return { role, segments };
}

/** Where each written sentence begins and ends in the text, its final mark included. */
function stretches(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[.!?](?=\s|$)/g)) {
    found.push({ start, end: index + 1 });
    start = index + 2;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

function shifted(links: Links, start: number): Links {
  return links.map(([token, fact]) => [
    { ...token, start: token.start - start, end: token.end - start },
    fact,
  ]);
}

/**
 * Takes a text only if everything in it that could be wrong is known to be right. Each figure, in digits or in
 * words, must say what a fact says (`saysFact` has the roundings it may take) and be bound by the words around it to that fact's metric,
 * group and kind (level or change); each word for a direction must be that of the change it is bound to; each
 * place among groups that of the group named; no name but those of facts; none of the words that no fact can
 * prove (other shares and multiples, times, causes, negations, promises); and nothing but plain prose. What is
 * ambiguous is refused: the template's text is there to be served instead.
 */
export function checkText(written: string, grounds: TextGrounds): CheckedText {
  const text = written.trim().replace(/\s*\n\s*/g, ' ');
  const markup = findMarkup(text);
  if (markup !== undefined) return { isProven: false, because: markup };
  const links: Links[number][] = [];
  let [last, people]: (string | undefined)[] = [];
  for (const tokens of sentencesOf(tokensOf(text))) {
    const checked = checkSentence(tokens, { ...grounds, inherited: last, people });
    if ('because' in checked) return { isProven: false, because: checked.because };
    links.push(...checked.links);
    last = checked.subject ?? last;
    people = checked.people ?? (checked.isOfGroup ? undefined : people);
  }
  if (links.length === 0) return { isProven: false, because: 'no figure' };
  const sentences = stretches(text).map(({ start, end }) => {
    const inside = links.filter(([token]) => token.start >= start && token.end <= end);
    return linked(text.slice(start, end), shifted(inside, start), 'summary');
  });
  return { isProven: true, sentences };
}
