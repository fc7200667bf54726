import { type DestinationStream, pino } from 'pino';
import type { Logger } from '../../ports/logger.ts';

export interface LoggerOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Default: standard error, so that a command's output stays clean. */
  readonly destination?: DestinationStream;
}

/** JSON lines, one per event. */
export function createPinoLogger({ level, destination }: LoggerOptions): Logger {
  const log = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination ?? pino.destination({ fd: 2, sync: false, minLength: 0 }),
  );
  return {
    debug: (message, fields) => log.debug(fields ?? {}, message),
    info: (message, fields) => log.info(fields ?? {}, message),
    warn: (message, fields) => log.warn(fields ?? {}, message),
    error: (message, fields, cause) =>
      log.error(cause === undefined ? (fields ?? {}) : { ...fields, err: cause }, message),
  };
}
