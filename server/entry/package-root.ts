import { fileURLToPath } from 'node:url';

/** The folder that package.json lies in. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));
