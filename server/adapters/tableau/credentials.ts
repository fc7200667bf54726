import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import { type ConnectedApp, signConnectedAppToken } from './connected-app.ts';

/** How the service signs in to the site. */
export type TableauCredentials =
  | { readonly kind: 'pat'; readonly name: string; readonly secret: string }
  | ({ readonly kind: 'connected-app' } & ConnectedApp);

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
  deps: { readonly clock: Clock; readonly ids: IdSource },
): Promise<Readonly<Record<string, string>>> {
  if (credentials.kind === 'pat') {
    return {
      personalAccessTokenName: credentials.name,
      personalAccessTokenSecret: credentials.secret,
    };
  }
  const { token } = await signConnectedAppToken(credentials, SCOPES, deps);
  return { jwt: token };
}
