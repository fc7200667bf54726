import { isWonderError } from '../../domain/errors.ts';
import type { Terminal } from './terminal.ts';

const FAILED = 1;
const INTERRUPTED = 130;

function causesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [
    error.stack ?? error.message,
    ...(error.cause === undefined ? [] : causesOf(error.cause)),
  ];
}

const ENGINE_FAILED: readonly string[] = ['warehouse_failed', 'warehouse_unavailable'];

/** What the engine itself said: an operator may read it, a client of the service may not. */
function engineWords(error: unknown): string | undefined {
  if (!isWonderError(error) || !ENGINE_FAILED.includes(error.code)) return undefined;
  let { cause } = error;
  while (isWonderError(cause)) cause = cause.cause;
  if (!(cause instanceof Error)) return undefined;
  const [words = ''] = cause.message.split('\n');
  return words === '' || error.message.includes(words) ? undefined : words;
}

/** What was called off by the person at the keyboard, wherever it was: `Stopping.` has been said. */
const isInterrupted = (error: unknown) =>
  isWonderError(error)
    ? error.code === 'cancelled'
    : error instanceof Error && error.name === 'AbortError';

/** What went wrong in sentences; with LOG_LEVEL=debug also where. Answers the exit code. */
export function reportFailure(terminal: Terminal, error: unknown): number {
  if (!isWonderError(error) && isInterrupted(error)) return INTERRUPTED;
  if (isWonderError(error)) {
    terminal.note(error.message);
    const words = engineWords(error);
    if (words !== undefined) terminal.note(`  ${words}`);
    for (const { field, message, allowed } of error.problems) {
      terminal.note(
        `  ${field} ${message}${allowed === undefined ? '' : ` (allowed: ${allowed})`}`,
      );
    }
  } else {
    terminal.note(
      `This should not have happened: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (process.env.LOG_LEVEL === 'debug') for (const text of causesOf(error)) terminal.note(text);
  else if (!isWonderError(error)) terminal.note('LOG_LEVEL=debug shows where.');
  return isInterrupted(error) ? INTERRUPTED : FAILED;
}
