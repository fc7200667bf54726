import type { Brief } from '../domain/narration/brief.ts';
import type { FallbackReason } from '../domain/narration/fallback-reasons.ts';
import type { Sentence } from '../domain/narration/sentences.ts';

/** A text, every figure of which refers to a fact of its brief. */
export interface Narration {
  readonly sentences: readonly Sentence[];
  readonly source: 'openai' | 'template';
  /** The model that wrote it; null: rules did. */
  readonly model: string | null;
  /** Why rules wrote it; null: a model did. */
  readonly why: FallbackReason | null;
  /** Milliseconds since 1970 UTC at which it was written. */
  readonly writtenAt: number;
}

/** What is to be written, for which run. */
export interface NarrationOrder {
  readonly runId: string;
  readonly brief: Brief;
}

/** Puts facts into words. Never rejects: where a model fails, rules write, and `why` says so. */
export interface Narrator {
  narrate(order: NarrationOrder): Promise<Narration>;
}
