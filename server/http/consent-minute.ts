import type { HttpContext } from './context.ts';

const CONSENT_MS = 60_000;

/** The revision of answers in which consent is read: one that was withdrawn holds within a minute. */
export function consentMinute({ clock }: Pick<HttpContext, 'clock'>): () => number {
  return () => Math.floor(clock.now() / CONSENT_MS);
}
