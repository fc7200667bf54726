import { execFileSync } from 'node:child_process';

const SOURCE = process.env.TABLEAU_EXTENSIONS_LIB ?? '';
const RELEASE = 'lib/tableau.extensions.1.latest.min.js';

/** Whether the real Extensions library is there to test with; says so once where it is not. */
export const hasExtensionsLibrary = SOURCE !== '';
if (!hasExtensionsLibrary) {
  console.warn(
    'TABLEAU_EXTENSIONS_LIB is not set: the tests inside a Tableau dashboard are skipped. It names a bare clone of tableau/extensions-api.',
  );
}

/** The library's release, from the public repository's clone; it is never stored here. */
export function readExtensionsLibrary(): Buffer {
  const git = ['--git-dir', SOURCE, 'show', `HEAD:${RELEASE}`];
  return execFileSync('git', git, { maxBuffer: 64 * 1024 * 1024 });
}
