/** What one folder may import. Folders are named from the root; a folder may always import itself. */
export interface ImportRule {
  readonly folder: string;
  /** Ours: folders or single files. */
  readonly ours: readonly string[];
  /** Ours, by `import type` only. */
  readonly types?: readonly string[];
  /** Packages and Node's modules; 'node:*' stands for all of Node's, 'd3-*' for a family. */
  readonly packages: readonly string[];
  /** The same, by `import type` only. */
  readonly packageTypes?: readonly string[];
  /** May import what is only known at run time. */
  readonly computed?: true;
}

const CONTRACT = 'server/contract';
const PANEL_PARTS = ['models', 'chart', 'ui', 'host', 'api'].map((part) => `extension/${part}`);
const VIEW = ['preact', 'preact/*', '@preact/signals'];

/** The table of the architecture; the deepest folder that holds a file gives its rule. */
export const IMPORT_TABLE: readonly ImportRule[] = [
  { folder: 'server/domain', ours: [], packages: [] },
  {
    folder: CONTRACT,
    ours: ['server/domain'],
    packages: ['@hono/zod-openapi', 'zod'],
  },
  { folder: 'server/ports', ours: ['server/domain'], packages: [] },
  {
    folder: 'server/usecases',
    ours: ['server/domain', 'server/ports', 'server/modeling'],
    packages: [],
  },
  {
    folder: 'server/modeling',
    ours: ['server/ports', 'server/domain/errors.ts'],
    packages: ['minijinja-js', 'yaml'],
  },
  {
    folder: 'server/adapters',
    ours: ['server/ports', 'server/domain'],
    packages: [
      'node:*',
      '@duckdb/node-api',
      'croner',
      'fast-xml-parser',
      'jose',
      'lru-cache',
      'openai',
      'openai/*',
      'pino',
      'snowflake-sdk',
    ],
  },
  {
    folder: 'server/http',
    ours: ['server/usecases', CONTRACT, 'server/ports', 'server/domain'],
    packages: ['hono', 'hono/*', '@hono/zod-openapi'],
  },
  {
    folder: 'server/entry/worker',
    ours: ['server/entry', 'server/adapters'],
    packages: ['node:*', 'esbuild', 'minijinja-web', 'minijinja-wasm'],
  },
  {
    folder: 'server/entry',
    ours: [
      'server/domain',
      CONTRACT,
      'server/ports',
      'server/usecases',
      'server/modeling',
      'server/adapters',
      'server/http',
      'esbuild.config.ts',
    ],
    packages: ['node:*', 'commander', 'hono', 'hono/*', '@hono/node-server', 'zod'],
  },
  {
    folder: 'extension/host',
    ours: [],
    packages: [],
    packageTypes: ['@tableau/extensions-api-types'],
  },
  { folder: 'extension/api', ours: [], types: [CONTRACT], packages: [] },
  {
    folder: 'extension/models',
    ours: ['extension/host', 'extension/api'],
    types: [CONTRACT],
    packages: ['@preact/signals'],
  },
  { folder: 'extension/chart', ours: [], packages: [...VIEW, 'd3-*'] },
  { folder: 'extension/ui', ours: [], packages: [...VIEW, '@tanstack/virtual-core'] },
  {
    folder: 'extension/panels/*',
    ours: [...PANEL_PARTS, 'extension/panels/shared'],
    types: [CONTRACT],
    packages: VIEW,
  },
  {
    folder: 'extension/portal',
    ours: PANEL_PARTS,
    types: [CONTRACT],
    packages: [...VIEW, '@tableau/embedding-api'],
  },
  { folder: 'extension/configure', ours: PANEL_PARTS, types: [CONTRACT], packages: VIEW },
  { folder: 'extension/install', ours: PANEL_PARTS, types: [CONTRACT], packages: VIEW },
  { folder: 'extension/preview', ours: PANEL_PARTS, types: [CONTRACT], packages: VIEW },
  { folder: 'bin', ours: [], packages: ['node:*', 'esbuild', 'tsx/esm/api'], computed: true },
];
