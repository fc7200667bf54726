import type { Segment } from '../segments.ts';
import type { Sentence } from '../sentences.ts';
import type { StatedFact } from '../stated-fact.ts';
import { checkSentence } from './check-sentence.ts';
import type { Links } from './figures/bind-figures.ts';
import { findMarkup } from './text/plain-text.ts';
import { sentencesOf, tokensOf } from './text/tokens.ts';

/**
 * The check of texts that a writing model wrote: every figure, direction, place and name in them must be proven by a
 * fact, and nothing else may be claimed. What is ambiguous is refused: the template's text is served instead.
 *
 * The way of a text, and where each step is:
 *
 * 1. `text/`: only plain prose (plain-text), taken apart into words, figures and marks (tokens). Numbers in words,
 *    units, phrases that say what one word says, and hedges ("just over 1,200") are joined first (join-tokens).
 * 2. `reading/`: sentence by sentence, what is spoken of (reading): metrics and groups (mentions), which of them a
 *    figure counts (counted), lists with as many figures (align), and what is asked for and not told (advice).
 * 3. `claims/`, refused without a look at the figures: words no fact can prove, alone or in some company
 *    (refused-words, refusals), causes, promises and extremes (claims), one thing told by another (relations), clauses
 *    that say more than figures (check-clauses), names and places of groups (check-names), words nobody knows where a
 *    direction would stand (check-words). Most are rows of patterns (pattern).
 * 4. `figures/`: each figure is bound to one fact (bind-figures): how it stands, as a level, a change or what was before
 *    (figure-roles), of which metric (subject-of, reading/metric-of) and group (reading/group-of), and whether it says
 *    what the fact says (says-fact). Then what is told with it: of each or of some (check-parts), words for a direction
 *    (check-directions), "above" and "below" (check-comparisons).
 * 5. `words/`: the lists of words that these steps share.
 *
 * A text's first mistake refuses it. A new rule begins with a text in `test/support/narration`: the lie that passed, or
 * the true text that was refused.
 */

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

/** Line by line, and no pattern over spaces: thousands of them would take it seconds. */
function onOneLine(written: string): string {
  const lines = written.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/** The text with its figures linked where everything in it is proven. */
export function checkText(written: string, grounds: TextGrounds): CheckedText {
  const text = onOneLine(written);
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
