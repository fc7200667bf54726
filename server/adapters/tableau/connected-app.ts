import { SignJWT } from 'jose';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';

/** A Connected App with direct trust, and the user of the site whom it acts as. */
export interface ConnectedApp {
  readonly clientId: string;
  readonly secretId: string;
  readonly secret: string;
  readonly user: string;
}

/** Tableau takes at most ten minutes, and refuses a clock that is ahead of its own. */
const LIFE_SECONDS = 300;
const BACK_SECONDS = 30;

/** A new token of the Connected App for these scopes, and when it ends. */
export async function signConnectedAppToken(
  { clientId, secretId, secret, user }: ConnectedApp,
  scopes: readonly string[],
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
): Promise<{ readonly token: string; readonly expiresAt: number }> {
  const now = Math.floor(clock.now() / 1000);
  const token = await new SignJWT({ scp: scopes })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: secretId, iss: clientId })
    .setIssuer(clientId)
    .setSubject(user)
    .setAudience('tableau')
    .setIssuedAt(now - BACK_SECONDS)
    .setExpirationTime(now + LIFE_SECONDS)
    .setJti(ids.next(32))
    .sign(new TextEncoder().encode(secret));
  return { token, expiresAt: (now + LIFE_SECONDS) * 1000 };
}
