import { fileURLToPath } from 'node:url';

/** The folder that package.json lies in; a bundle of the server lies as deep in it as this file. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../..', import.meta.url));
