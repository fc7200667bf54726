import { join } from 'node:path';
import { createManifestTemplates } from '../adapters/system/manifest-templates.ts';
import { PACKAGE_ROOT } from '../adapters/system/package-root.ts';
import { createPageFiles } from '../adapters/system/page-files.ts';
import type { TableauContext } from '../http/context.ts';
import type { Config } from './config.ts';

/** The Tableau around the panel pages, as the settings tell of it. */
export function composeTableauPages({ tableauPages, dataDir, publicUrl }: Config): TableauContext {
  return {
    ...tableauPages,
    publicUrl,
    copies: createPageFiles(dataDir),
    manifests: createManifestTemplates(join(PACKAGE_ROOT, 'trex')),
  };
}
