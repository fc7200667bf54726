import type { HttpContext } from './context.ts';

const CONSENT_MS = 60_000;

/** What narrows a list of fans by what is read of them at the time of the request. */
const READ_NOW = ['contactable', 'department'];

type Clocked = Pick<HttpContext, 'clock'>;

/** The revision of answers in which consent is read: one that was withdrawn holds within a minute. */
export function consentMinute({ clock }: Clocked): () => number {
  return () => Math.floor(clock.now() / CONSENT_MS);
}

/** The same of lists that read it only where they are narrowed by it; others stay as long as their run. */
export function consentMinuteWhereAsked(context: Clocked): (search: string) => number {
  const minute = consentMinute(context);
  return (search) => {
    const asked = new URLSearchParams(search);
    return READ_NOW.some((name) => asked.has(name)) ? minute() : 0;
  };
}
