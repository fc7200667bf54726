import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ManifestTemplates } from '../../ports/manifest-templates.ts';

/** The `.trex` files of a folder. */
export function createManifestTemplates(folder: string): ManifestTemplates {
  return { read: (panel) => readFile(join(folder, `${panel}.trex`), 'utf8') };
}
