import type { ModuleFacts } from './module-facts.ts';

/** Where the outside world may be touched: the composition roots, the system adapters, a page's main. */
const READS_THE_WORLD = [
  /^server\/entry\//,
  /^server\/adapters\/system\//,
  /^extension\/(panels\/[^/]+|preview|portal|install|configure)\/main\.tsx$/,
];
const TABLEAU_HOST = /^extension\/host\/tableau-host(\.ts$|\/)/;
const BARREL = 'server/contract/index.ts';
/** Tools read their settings as default exports. */
const TOOL_SETTINGS = /^[^/]+\.config\.ts$/;

/** What a module may not do whatever it imports, as 'file:line what is wrong'. */
export function checkModules(modules: readonly ModuleFacts[]): string[] {
  return modules.flatMap((module) => [
    ...checkUses(module),
    ...checkExports(module),
    ...checkFolders(module),
  ]);
}

function checkUses({ path, uses }: ModuleFacts): string[] {
  if (!/^(server|extension)\//.test(path)) return [];
  return uses.flatMap(({ name, line }) => {
    if (name === 'tableau') {
      const allowed = TABLEAU_HOST.test(path);
      return allowed ? [] : [`${path}:${line} names the global tableau outside its host`];
    }
    if (READS_THE_WORLD.some((place) => place.test(path))) return [];
    return [`${path}:${line} uses ${name}; effects are arguments`];
  });
}

function checkExports({ path, exports, reExports }: ModuleFacts): string[] {
  const byDefault = exports.filter(({ name }) => name === 'default' && !TOOL_SETTINGS.test(path));
  const barrel = path === BARREL ? [] : reExports;
  return [
    ...byDefault.map(({ line }) => `${path}:${line} has a default export`),
    ...barrel.map((line) => `${path}:${line} exports another file's names`),
  ];
}

function checkFolders({ path }: ModuleFacts): string[] {
  return /^extension\/(models|api|host)\/.*\.tsx$/.test(path)
    ? [`${path} holds JSX, which belongs in chart, ui or a panel`]
    : [];
}
