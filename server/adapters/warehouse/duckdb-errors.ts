import { WonderError } from '../../domain/errors.ts';

/** A full disk shows at a commit too, as an error of the transaction. */
const MEMORY_OR_DISK = /^(Out of Memory|IO) Error|Could not write file|No space left on device/;
const HELD = /Could not set lock on file/;
const NO_DATABASE = /not a valid DuckDB database file/;
const FOLDER = /Is a directory/;
const HOLDER_PID = /\(PID (\d+)\)/;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** DuckDB's errors carry no code: the kind is the start of the message. */
export function fromDuckDbError(error: unknown): WonderError {
  const message = messageOf(error);
  if (message.startsWith('INTERRUPT')) {
    return new WonderError('cancelled', { detail: 'The statement was cancelled.', cause: error });
  }
  if (message.startsWith('TransactionContext Error: Conflict')) {
    return new WonderError('conflict', {
      detail: 'Another transaction changed the same rows at the same moment.',
      retryAfter: 1,
      cause: error,
    });
  }
  if (MEMORY_OR_DISK.test(message)) {
    return new WonderError('warehouse_unavailable', {
      detail: 'The database ran out of memory or could not use its disk.',
      retryAfter: 30,
      cause: error,
    });
  }
  return new WonderError('warehouse_failed', {
    detail: 'The database refused a statement.',
    cause: error,
  });
}

/** The file is there, and is something else. */
export function notADatabase(path: string, cause?: unknown): WonderError {
  const detail = `${path} is not a database file of DuckDB.`;
  return new WonderError('warehouse_unavailable', { detail, cause });
}

/** Opening fails differently: another process may hold the file, or it may not be a database. */
export function fromOpenError(error: unknown, path: string): WonderError {
  const message = messageOf(error);
  if (NO_DATABASE.test(message)) return notADatabase(path, error);
  if (FOLDER.test(message)) {
    const detail = `${path} is a folder: name the database file in it.`;
    return new WonderError('warehouse_unavailable', { detail, cause: error });
  }
  if (!HELD.test(message)) {
    return new WonderError('warehouse_unavailable', {
      detail: `The database file ${path} could not be opened.`,
      cause: error,
    });
  }
  const pid = HOLDER_PID.exec(message)?.[1];
  return new WonderError('database_held', {
    detail: `Another process${pid === undefined ? '' : ` (${pid})`} has the database file ${path} open.`,
    cause: error,
  });
}
