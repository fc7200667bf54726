import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { FallbackReason } from '../../domain/narration/fallback-reasons.ts';

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

/** The text of a whole answer; undefined for one that is empty, cut off, refused or of another shape. */
export function contentOf(answer: unknown): string | undefined {
  const choices = field(answer, 'choices');
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const finish = field(choice, 'finish_reason');
  const content = field(field(choice, 'message'), 'content');
  const isWhole = finish === 'stop' || finish === undefined || finish === null;
  return isWhole && typeof content === 'string' && content.trim() !== '' ? content : undefined;
}

/** Why a call failed, from what the client threw. */
export function reasonOf(error: unknown): FallbackReason {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) {
    return 'too_slow';
  }
  if (error instanceof APIConnectionError) return 'unreachable';
  if (!(error instanceof APIError)) return 'no_answer';
  return error.status === 429 || error.status === 503 ? 'overloaded' : 'failed';
}
