import { fallbackWords } from '../domain/narration/fallback-reasons.ts';
import { rewrite } from '../domain/narration/segments.ts';
import { type Sentence, textOfSentences } from '../domain/narration/sentences.ts';
import { plainFact, type StatedFact } from '../domain/narration/stated-fact.ts';
import type { Narration, Narrator } from '../ports/narrator.ts';
import type { ReadDeps } from './read-context.ts';

export interface NarrateDeps {
  readonly reads: ReadDeps;
  readonly narrator: Narrator;
}

/** Texts are written and checked in this locale; their figures are then written in the reader's. */
export const WRITTEN_IN = 'en-US';

/** The answer: each figure in digits as `facts` write it, and only those facts that the text or a reader may use. */
export function tellNarration(narration: Narration, facts: readonly StatedFact[]) {
  const sentences = narration.sentences.map(
    ({ role, segments }): Sentence => ({ role, segments: rewrite(segments, facts) }),
  );
  const linked = new Set(
    sentences.flatMap(({ segments }) => segments.map(({ fact_id }) => fact_id)),
  );
  // What a figure was before goes without saying where the text does not say it.
  const isTold = ({ id, before }: StatedFact) => before === undefined || linked.has(id);
  return {
    text: textOfSentences(sentences),
    sentences,
    source: narration.source,
    model: narration.model,
    why: narration.why === null ? null : fallbackWords(narration.why),
    facts: facts.filter(isTold).map(plainFact),
    generated_at: new Date(narration.writtenAt).toISOString(),
  };
}
