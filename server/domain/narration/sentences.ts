import { type Phrase, type Segment, segmentsOf, textOfSegments } from './segments.ts';

/** What a sentence is for. */
export type SentenceRole = 'summary' | 'win' | 'concern' | 'recommendation';

/** One sentence of a text. */
export interface Sentence {
  readonly role: SentenceRole;
  readonly segments: readonly Segment[];
}

function capitalised(segments: readonly Segment[]): Segment[] {
  const [first, ...others] = segments;
  if (first === undefined || first.fact_id !== null) return [...segments];
  return [{ ...first, text: first.text.replace(/^./u, (c) => c.toUpperCase()) }, ...others];
}

/** A sentence of words and facts: begins with a capital, ends in a full stop. */
export function sentence(role: SentenceRole, ...phrase: Phrase): Sentence {
  return { role, segments: capitalised(segmentsOf([...phrase, '.'])) };
}

/** The sentences as one text. */
export function textOfSentences(sentences: readonly Sentence[]): string {
  return sentences.map(({ segments }) => textOfSegments(segments)).join(' ');
}
