import type { Fact } from '../fact.ts';

/** A stretch of text: words, or one figure with the fact it is. */
export interface Segment {
  readonly text: string;
  readonly fact_id: string | null;
}

/** Words with facts between them; what is nested or in segments already is spliced in. */
export type Phrase = readonly (string | Fact | Segment | Phrase)[];

/** A phrase as segments, neighbouring words joined. */
export function segmentsOf(phrase: Phrase): Segment[] {
  return joined(spliced(phrase));
}

function spliced(phrase: Phrase): Segment[] {
  return phrase.flatMap((part): Segment[] => {
    if (typeof part === 'string') return part === '' ? [] : [{ text: part, fact_id: null }];
    if ('id' in part) return [{ text: part.text, fact_id: part.id }];
    return 'fact_id' in part ? [part] : spliced(part);
  });
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

/** Segments with their figures in digits as `facts` write them: "a quarter" says the same in every locale. */
export function rewrite(segments: readonly Segment[], facts: readonly Fact[]): Segment[] {
  const texts = new Map(facts.map(({ id, text }) => [id, text]));
  return segments.map(({ text, fact_id }) => ({
    text: (fact_id !== null && /\d/.test(text) ? texts.get(fact_id) : undefined) ?? text,
    fact_id,
  }));
}

/** Segments as one text. */
export function textOfSegments(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}
