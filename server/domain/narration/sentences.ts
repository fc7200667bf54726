import type { Fact } from '../fact.ts';

/** A stretch of text: words, or one figure with the fact it is. */
export interface Segment {
  readonly text: string;
  readonly fact_id: string | null;
}

/** What a sentence is for. */
export type SentenceRole = 'summary' | 'win' | 'concern' | 'recommendation';

/** One sentence of a text. */
export interface Sentence {
  readonly role: SentenceRole;
  readonly segments: readonly Segment[];
}

/** Words with facts between them; a nested list is spliced in. */
export type Phrase = readonly (string | Fact | Phrase)[];

function segmentsOf(phrase: Phrase): Segment[] {
  return phrase.flatMap((part): Segment[] => {
    if (typeof part === 'string') return part === '' ? [] : [{ text: part, fact_id: null }];
    if ('id' in part) return [{ text: part.text, fact_id: part.id }];
    return segmentsOf(part);
  });
}

function capitalised(segments: readonly Segment[]): Segment[] {
  const [first, ...others] = segments;
  if (first === undefined || first.fact_id !== null) return [...segments];
  return [{ ...first, text: first.text.replace(/^./u, (c) => c.toUpperCase()) }, ...others];
}

/** A sentence of words and facts: begins with a capital, ends in a full stop. */
export function sentence(role: SentenceRole, ...phrase: Phrase): Sentence {
  return { role, segments: joined(capitalised(segmentsOf([...phrase, '.']))) };
}

function joined(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    if (last?.fact_id === null && segment.fact_id === null) {
      merged[merged.length - 1] = { text: last.text + segment.text, fact_id: null };
    } else merged.push(segment);
  }
  return merged;
}

/** The sentences as one text. */
export function textOfSentences(sentences: readonly Sentence[]): string {
  return sentences.map(({ segments }) => segments.map(({ text }) => text).join('')).join(' ');
}
