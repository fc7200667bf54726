declare module 'minijinja-wasm' {
  const compiled: unknown;
  export = compiled;
}

declare module 'minijinja-web' {
  export { Environment } from 'minijinja-js';
  export function initSync(parts: { readonly module: unknown }): void;
}

/** Text of every file of sql/, by path, put here by the build. */
declare const WONDER_SQL_FILES: Readonly<Record<string, string>>;
declare const WONDER_VERSION: string;
declare const caches: { open(name: string): Promise<import('./platform.ts').EdgeCache> };
