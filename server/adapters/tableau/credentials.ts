import { SignJWT } from 'jose';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';

/** How the service signs in to the site. */
export type TableauCredentials =
  | { readonly kind: 'pat'; readonly name: string; readonly secret: string }
  | {
      readonly kind: 'connected-app';
      readonly clientId: string;
      readonly secretId: string;
      readonly secret: string;
      /** Whom the service acts as: the user's name on the site. */
      readonly user: string;
    };

const LIFE_SECONDS = 300;
/** Tableau refuses tokens of a clock that is ahead of its own. */
const BACK_SECONDS = 30;
const SCOPES = [
  'tableau:content:read',
  'tableau:datasources:update',
  'tableau:workbooks:update',
  'tableau:tasks:run',
  'tableau:jobs:read',
];

/** The body of a sign-in without the site: a personal access token, or a new token of the Connected App. */
export async function signInBody(
  credentials: TableauCredentials,
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
): Promise<Readonly<Record<string, string>>> {
  if (credentials.kind === 'pat') {
    return {
      personalAccessTokenName: credentials.name,
      personalAccessTokenSecret: credentials.secret,
    };
  }
  const now = Math.floor(clock.now() / 1000);
  const jwt = await new SignJWT({ scp: SCOPES })
    .setProtectedHeader({ alg: 'HS256', kid: credentials.secretId, iss: credentials.clientId })
    .setIssuer(credentials.clientId)
    .setSubject(credentials.user)
    .setAudience('tableau')
    .setIssuedAt(now - BACK_SECONDS)
    .setExpirationTime(now + LIFE_SECONDS)
    .setJti(ids.next(32))
    .sign(new TextEncoder().encode(credentials.secret));
  return { jwt };
}
