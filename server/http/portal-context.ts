import type { PortalDashboard } from '../domain/portal-dashboard.ts';
import type { EmbeddingTokens } from '../ports/embedding-tokens.ts';

/** The page around embedded dashboards, as far as the service is told. */
export interface PortalContext {
  readonly site: { readonly url: string; readonly site: string } | undefined;
  readonly dashboards: readonly PortalDashboard[];
  /** Settings that are not there, by name; empty: dashboards can be shown. */
  readonly missing: readonly string[];
  readonly tokens: EmbeddingTokens | undefined;
}
