import { posix } from 'node:path';
import { IMPORT_TABLE, type ImportRule } from './import-table.ts';
import type { ImportFact, ModuleFacts } from './module-facts.ts';

interface Judgement {
  readonly module: ModuleFacts;
  readonly rule: ImportRule;
  readonly exists: (path: string) => boolean;
}

/** Every import that the table does not allow, as 'file:line what is wrong'. */
export function checkImports(
  modules: readonly ModuleFacts[],
  exists: (path: string) => boolean,
): string[] {
  return modules.flatMap((module) => {
    const governed = /^(server|extension|bin)\//.test(module.path);
    const rule = ruleOf(module.path);
    if (!governed) return [];
    if (rule === undefined) return [`${module.path}: lies in no folder of the architecture`];
    return module.imports.flatMap((fact) => {
      const wrong = judge(fact, { module, rule, exists });
      return wrong === null ? [] : [`${module.path}:${fact.line} ${wrong}`];
    });
  });
}

/** Where a relative import leads, from the root. */
export function targetOf(from: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}

function ruleOf(path: string): ImportRule | undefined {
  return IMPORT_TABLE.find((rule) => homeOf(rule, path) !== null);
}

/** The rule's folder as this file has it: `extension/panels/*` is one panel's own folder. */
function homeOf(rule: ImportRule, path: string): string | null {
  const pattern = rule.folder.replaceAll('*', '[^/]+');
  return new RegExp(`^${pattern}(?=/)`).exec(path)?.[0] ?? null;
}

function judge(fact: ImportFact, { module, rule, exists }: Judgement): string | null {
  const { specifier, typeOnly } = fact;
  if (specifier === null) {
    return rule.computed === true ? null : 'imports something that is only known at run time';
  }
  if (!specifier.startsWith('.')) return judgePackage(specifier, typeOnly, rule);
  const target = targetOf(module.path, specifier);
  if (!exists(target)) return `imports ${specifier}, which does not exist (with its extension)`;
  const home = homeOf(rule, module.path);
  if (home !== null && isWithin(target, home)) return null;
  if (rule.ours.some((each) => isWithin(target, each))) return null;
  if (!rule.types?.some((each) => isWithin(target, each))) return `may not import ${target}`;
  return typeOnly ? null : `may import ${target} by "import type" only`;
}

function judgePackage(specifier: string, typeOnly: boolean, rule: ImportRule): string | null {
  const among = (patterns: readonly string[] = []): boolean =>
    patterns.some((pattern) =>
      pattern.endsWith('*') ? specifier.startsWith(pattern.slice(0, -1)) : specifier === pattern,
    );
  if (among(rule.packages) || (typeOnly && among(rule.packageTypes))) return null;
  return `may not import the package ${specifier}`;
}

function isWithin(path: string, folderOrFile: string): boolean {
  return path === folderOrFile || path.startsWith(`${folderOrFile}/`);
}
