import { WonderError } from '../../domain/errors.ts';

/** Why a file could not be written, in the system's words and without its paths. */
function reasonOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split(',')[0] ?? '') : String(cause);
}

/** The error of a command whose file cannot be written. */
export function cannotWrite(path: string, cause: unknown): WonderError {
  const detail = `${path} cannot be written (${reasonOf(cause)}).`;
  return new WonderError('invalid_value', { detail, cause });
}
