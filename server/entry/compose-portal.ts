import { createEmbeddingTokens } from '../adapters/tableau/embedding-tokens.ts';
import type { PortalContext } from '../http/portal-context.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Config } from './config.ts';

/** The portal, as the settings tell of it. */
export function composePortal(
  { tableau: site, tableauPortal }: Config,
  deps: { readonly clock: Clock; readonly ids: IdSource },
): PortalContext {
  const { dashboards, app, missing } = tableauPortal;
  return {
    site: site === undefined ? undefined : { url: site.url, site: site.site },
    dashboards,
    missing,
    tokens: app === undefined ? undefined : createEmbeddingTokens(app, deps),
  };
}
