import { isWonderError, WonderError } from '../../domain/errors.ts';

const REFUSED = 'Snowflake refused the sign-in';

/** Why nobody was let in, where Snowflake says more than no. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['390100', 'it does not know the user, or the secret is not theirs'],
  ['390144', 'the key is not the one it knows of SNOWFLAKE_USER, or this clock is wrong'],
  ['390186', 'SNOWFLAKE_ROLE is not a role of this user or of this token'],
  ['390189', 'SNOWFLAKE_ROLE is not a role of this user or of this token'],
  ['390303', 'the OAuth token in SNOWFLAKE_TOKEN is not valid'],
  ['390318', 'the OAuth token in SNOWFLAKE_TOKEN has expired'],
  ['390420', 'its network policy does not allow this address'],
  ['390422', 'its network policy does not allow this address'],
  ['394400', 'the access token in SNOWFLAKE_TOKEN has expired, was revoked or is not valid'],
]);

/** That nobody was let in, and why, as far as Snowflake's code says so. */
export function signInRefused(code: string | undefined, cause?: unknown): WonderError {
  const reason = REASONS.get(code ?? '') ?? 'its settings may be wrong';
  return new WonderError('warehouse_unavailable', {
    detail: `${REFUSED}: ${reason}.`,
    retryAfter: 30,
    cause,
  });
}

/** True where somebody must mend the settings: asking again would be refused again, and may lock the user out. */
export function isSignInRefused(error: unknown): boolean {
  return isWonderError(error) && error.message.startsWith(REFUSED);
}
