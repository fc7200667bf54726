import type { Clock } from '../../ports/clock.ts';
import type { EmbeddingTokens } from '../../ports/embedding-tokens.ts';
import type { IdSource } from '../../ports/id-source.ts';
import { type ConnectedApp, signConnectedAppToken } from './connected-app.ts';

const SCOPES = ['tableau:views:embed'];

/** Tokens of a Connected App: for showing views, as its user sees them, and nothing else. */
export function createEmbeddingTokens(
  app: ConnectedApp,
  deps: { readonly clock: Clock; readonly ids: IdSource },
): EmbeddingTokens {
  return { mint: () => signConnectedAppToken(app, SCOPES, deps) };
}
