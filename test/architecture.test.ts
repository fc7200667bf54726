import { describe, expect, test } from 'vitest';
import { checkImports } from './support/verify/check-imports.ts';
import { checkModules } from './support/verify/check-modules.ts';
import { readModule, readModules } from './support/verify/module-facts.ts';
import { ROOT, readSourceTree } from './support/verify/source-tree.ts';

/** Files that planted imports may lead to. */
const TARGETS = new Set([
  'server/contract/meta.ts',
  'server/domain/errors.ts',
  'server/domain/tiers.ts',
  'server/entry/config.ts',
  'server/adapters/warehouse/duckdb.ts',
  'server/http/app.ts',
  'server/ports/warehouse.ts',
  'server/usecases/get-fan.ts',
  'extension/panels/other/panel.tsx',
  'extension/ui/format.ts',
]);

function judge(path: string, source: string): string[] {
  const modules = [readModule(path, source)];
  return [...checkImports(modules, (target) => TARGETS.has(target)), ...checkModules(modules)];
}

describe('the tree', async () => {
  const tree = await readSourceTree(ROOT);
  const modules = readModules(tree);

  test('has the files it is judged by', () => {
    const folders = new Set(modules.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    for (const folder of ['domain', 'contract', 'ports', 'usecases', 'adapters', 'http', 'entry']) {
      expect(folders).toContain(`server/${folder}`);
    }
    expect(folders).toContain('extension/panels');
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(modules.length);
  });

  test('imports only what its table allows', () => {
    expect(checkImports(modules, (path) => tree.has(path))).toEqual([]);
  });

  test('touches the outside world only at its edges, and exports by name from one place', () => {
    expect(checkModules(modules)).toEqual([]);
  });
});

describe('a planted import is found:', () => {
  test.each([
    ['server/domain/a.ts', `import type { B } from '../ports/warehouse.ts';`],
    ['server/domain/a.ts', `import { readFile } from 'node:fs/promises';`],
    ['server/domain/a.ts', `type B = import('../ports/warehouse.ts').Warehouse;`],
    ['server/domain/a.ts', `export const b = async () => await import('../http/app.ts');`],
    ['server/contract/a.ts', `import { b } from '../usecases/get-fan.ts';`],
    ['server/ports/a.ts', `import type { DuckDBInstance } from '@duckdb/node-api';`],
    ['server/usecases/a.ts', `import { b } from '../adapters/warehouse/duckdb.ts';`],
    ['server/usecases/a.ts', `import type { B } from '../contract/meta.ts';`],
    ['server/usecases/a.ts', `import { z } from 'zod';`],
    ['server/modeling/a.ts', `import { b } from '../domain/tiers.ts';`],
    ['server/adapters/cache/a.ts', `import { b } from '../../usecases/get-fan.ts';`],
    ['server/http/a.ts', `import pino from 'pino';`],
    ['server/http/a.ts', `import { b } from '../adapters/warehouse/duckdb.ts';`],
    ['server/http/a.ts', `import type { B } from '../entry/config.ts';`],
    ['server/adapters/system/a.ts', `import { b } from '../../entry/config.ts';`],
    ['extension/api/a.ts', `import { b } from '../../server/contract/meta.ts';`],
    ['extension/api/a.ts', `import { type B } from '../../server/contract/meta.ts';`],
    ['extension/api/a.ts', `import type { B } from '../../server/domain/tiers.ts';`],
    ['extension/models/a.ts', `import { b } from '../ui/format.ts';`],
    ['extension/models/a.ts', `import { arc } from 'd3-shape';`],
    ['extension/chart/a.ts', `import type { B } from '../../server/contract/meta.ts';`],
    ['extension/ui/a.ts', `import { easeQuad } from 'd3-ease';`],
    ['extension/panels/one/a.tsx', `import { B } from '../other/panel.tsx';`],
    ['extension/other/a.ts', `export const a = 1;`],
    ['server/domain/a.ts', `import { b } from './missing.ts';`],
    ['server/domain/a.ts', `import { b } from './tiers';`],
    ['server/entry/a.ts', `export const b = async (c: string) => await import(c);`],
  ])('%s: %s', (path, source) => {
    expect(judge(path, source)).toHaveLength(1);
  });
});

describe('a planted deed is found:', () => {
  test.each([
    ['server/usecases/a.ts', `export const a = process.env.PORT;`],
    ['server/usecases/a.ts', `export const a = globalThis.process.env;`],
    ['server/usecases/a.ts', `const { env } = process; export const a = env.PORT;`],
    ['server/usecases/a.ts', `export const a = () => Date.now();`],
    ['server/usecases/a.ts', `export const a = Date['now'];`],
    ['server/usecases/a.ts', `export const a = () => new Date();`],
    ['server/usecases/a.ts', `export const a = (b: number) => \`\${Math.random()}\`;`],
    ['server/adapters/cache/a.ts', `export const a = () => console.log('a');`],
    ['server/http/a.ts', `const { log } = console; export const a = log;`],
    ['extension/panels/one/panel.tsx', `export const A = () => <p>don't {Date.now()}</p>;`],
    ['extension/panels/one/panel.tsx', `export const a = () => tableau.extensions;`],
    ['extension/host/other.ts', `export const a = () => window.tableau;`],
    ['server/domain/a.ts', `export default 1;`],
    ['server/domain/a.ts', `const a = 1; export { a as default };`],
    ['server/domain/a.ts', `export * from './tiers.ts';`],
    ['server/http/a.ts', `export type { B } from '../contract/meta.ts';`],
    ['extension/models/a.tsx', `export const A = () => <p />;`],
  ])('%s: %s', (path, source) => {
    expect(judge(path, source)).toHaveLength(1);
  });
});

describe('nothing is found in what is allowed:', () => {
  test.each([
    ['server/entry/a.ts', `import { b } from '../adapters/warehouse/duckdb.ts';`],
    ['server/entry/a.ts', `export const a = [process.env.PORT, Date.now(), console];`],
    ['server/adapters/system/a.ts', `export const a = () => Date.now();`],
    ['server/adapters/warehouse/a.ts', `import { DuckDBInstance } from '@duckdb/node-api';`],
    ['server/modeling/a.ts', `import { WonderError } from '../domain/errors.ts';`],
    ['server/contract/index.ts', `export { metaSchema } from './meta.ts';`],
    ['extension/api/a.ts', `import type { Meta } from '../../server/contract/meta.ts';`],
    ['extension/panels/one/main.tsx', `export const a = () => new Date();`],
    ['extension/host/tableau-host.ts', `export const a = () => tableau.extensions;`],
    ['server/domain/a.ts', `// Date.now() and import('../http/app.ts') in a comment\n`],
    ['server/domain/a.ts', 'export const a = "process.env" + `Math.random`;'],
    ['server/domain/a.ts', `export const a = { console: 1, tableau: 2 }.console;`],
    ['server/domain/a.ts', `export const a = (day: string) => new Date(day);`],
    ['extension/api/a.ts', `export const a = (page: Window) => page.performance.now();`],
    ['test/http/a.test.ts', `import { b } from '../../server/entry/config.ts';`],
  ])('%s: %s', (path, source) => {
    expect(judge(path, source)).toEqual([]);
  });
});
