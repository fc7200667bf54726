import { SignJWT } from 'jose';
import type { Clock } from '../../ports/clock.ts';
import type { EmbeddingTokens } from '../../ports/embedding-tokens.ts';
import type { IdSource } from '../../ports/id-source.ts';

/** A Connected App with direct trust, and the user of the site whom viewers see the dashboards as. */
export interface ConnectedApp {
  readonly clientId: string;
  readonly secretId: string;
  readonly secret: string;
  readonly user: string;
}

/** Tableau takes at most ten minutes, and refuses a clock that is ahead of its own. */
const LIFE_SECONDS = 300;
const BACK_SECONDS = 30;
const SCOPES = ['tableau:views:embed'];

/** Tokens of a Connected App: for showing views and nothing else. */
export function createEmbeddingTokens(
  { clientId, secretId, secret, user }: ConnectedApp,
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
): EmbeddingTokens {
  const key = new TextEncoder().encode(secret);
  return {
    async mint() {
      const now = Math.floor(clock.now() / 1000);
      const token = await new SignJWT({ scp: SCOPES })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: secretId, iss: clientId })
        .setIssuer(clientId)
        .setSubject(user)
        .setAudience('tableau')
        .setIssuedAt(now - BACK_SECONDS)
        .setExpirationTime(now + LIFE_SECONDS)
        .setJti(ids.next(32))
        .sign(key);
      return { token, expiresAt: (now + LIFE_SECONDS) * 1000 };
    },
  };
}
