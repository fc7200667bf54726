/** Why rules wrote a text and no model did. */
export const FALLBACK_REASONS = [
  'not_set_up',
  'about_a_fan',
  'unreachable',
  'too_slow',
  'overloaded',
  'failed',
  'no_answer',
  'unproven',
  'budget_spent',
  'asked_before',
] as const;

/** One of the closed set of reasons. */
export type FallbackReason = (typeof FALLBACK_REASONS)[number];

const WORDS: Readonly<Record<FallbackReason, string>> = {
  not_set_up: 'No writing model is set up',
  about_a_fan: 'Facts about one fan are never sent to a writing model',
  unreachable: 'Writing model not reachable',
  too_slow: 'Writing model took too long',
  overloaded: 'Writing model is busy',
  failed: 'Writing model failed',
  no_answer: 'Writing model gave no usable answer',
  unproven: 'The written text did not match the numbers',
  budget_spent: "The day's budget for the writing model is spent",
  asked_before: 'Writing model was asked for this run before and gave no answer',
};

/** The reason as a reader is told it. */
export function fallbackWords(reason: FallbackReason): string {
  return WORDS[reason];
}
