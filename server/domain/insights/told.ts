import { type Phrase, type Segment, segmentsOf } from '../narration/segments.ts';

/** Words around facts: a template, of which each figure stays known as the fact it is. */
export function told(words: TemplateStringsArray, ...parts: Phrase): readonly Segment[] {
  return segmentsOf(words.flatMap((text, at): Phrase => [text, ...parts.slice(at, at + 1)]));
}
