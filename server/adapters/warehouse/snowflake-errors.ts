import { WonderError } from '../../domain/errors.ts';
import { signInRefused } from './snowflake-sign-in-refusals.ts';

/** Codes of a session that has ended, the driver's own included: the statement was refused before it ran. */
const SESSION_OVER: ReadonlySet<string> = new Set([
  '390104',
  '390111',
  '390112',
  '390114',
  '390115',
  '407002',
]);
const CANCELLED = '000604';
const TIMED_OUT: ReadonlySet<string> = new Set(['000630']);
/** Another transaction holds the rows, or held them too long. */
const LOCKED: ReadonlySet<string> = new Set(['000625', '000626', '000635', '000640']);
const NO_WAREHOUSE: ReadonlySet<string> = new Set(['000606', '000609', '090073']);
/** The driver's own: network, request, response. */
const DRIVER_CODES = /^40[0-9]{4}$/;
const SIGN_IN_CODES = /^39[0-9]{4}$/;

/** The code as the server writes it, six digits; undefined where there is none. */
export function snowflakeCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  const { code } = error;
  return code === undefined || code === null ? undefined : String(code).padStart(6, '0');
}

/** True where the session is gone and the same statement may be asked of a new one. */
export function isSessionOver(error: unknown): boolean {
  return SESSION_OVER.has(snowflakeCode(error) ?? '');
}

function unavailable(detail: string, cause: unknown): WonderError {
  return new WonderError('warehouse_unavailable', { detail, retryAfter: 30, cause });
}

/** What the driver or the SQL API said, as one of our codes. */
export function fromSnowflakeError(
  error: unknown,
  { signingIn = false }: { readonly signingIn?: boolean } = {},
): WonderError {
  if (error instanceof WonderError) return error;
  const code = snowflakeCode(error) ?? '';
  if (code === CANCELLED) {
    return new WonderError('cancelled', { detail: 'The statement was cancelled.', cause: error });
  }
  if (LOCKED.has(code)) {
    return new WonderError('conflict', {
      detail: 'Another transaction changed the same rows at the same moment.',
      retryAfter: 1,
      cause: error,
    });
  }
  if (TIMED_OUT.has(code)) return unavailable('Snowflake gave up on a statement in time.', error);
  if (NO_WAREHOUSE.has(code)) {
    return unavailable('Snowflake has no warehouse that this role may use.', error);
  }
  if (SIGN_IN_CODES.test(code)) return signInRefused(code, error);
  if (signingIn) return unavailable('Snowflake could not be signed in to.', error);
  if (DRIVER_CODES.test(code)) return unavailable('Snowflake could not be reached.', error);
  return new WonderError('warehouse_failed', {
    detail: 'Snowflake refused a statement.',
    cause: error,
  });
}
