import type { ModuleFacts } from './module-facts.ts';

const BARREL = 'server/contract/index.ts';
const MOST = 3;

/** One to three exported values per file, and a doc comment on every export of the shared vocabulary. */
export function checkExports(modules: readonly ModuleFacts[]): string[] {
  return modules
    .filter(({ path }) => path !== BARREL)
    .flatMap((module) => [...countValues(module), ...findUndocumented(module)]);
}

function countValues({ path, exports }: ModuleFacts): string[] {
  const values = exports.filter(({ isValue }) => isValue).length;
  return values > MOST ? [`${path} exports ${values} values; the most is ${MOST}`] : [];
}

function findUndocumented({ path, exports }: ModuleFacts): string[] {
  if (!/^server\/(ports|contract|domain)\//.test(path)) return [];
  return exports
    .filter(({ documented }) => !documented)
    .map(({ name, line }) => `${path}:${line} exports ${name} without a doc comment`);
}
