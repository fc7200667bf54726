import type { Panel } from '../domain/panels.ts';

/** The manifests of the panels, with an example's address in place of the service's. */
export interface ManifestTemplates {
  /** Rejects where a panel has no manifest: that is a broken installation. */
  read(panel: Panel): Promise<string>;
}
