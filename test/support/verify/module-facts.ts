import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import type { SourceTree } from './source-tree.ts';

/** One `import`, `export ... from`, `import()` or `import('...')` type. */
export interface ImportFact {
  /** As written; null where it is not a plain string. */
  readonly specifier: string | null;
  /** Nothing of it is left at run time. `import { type A }` still loads the file, so it does not count. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface ExportFact {
  readonly name: string;
  readonly isValue: boolean;
  readonly documented: boolean;
  readonly line: number;
}

/** A name of the outside world: 'process.env', 'Date.now', 'new Date()', 'console', 'tableau', ... */
export interface UseFact {
  readonly name: string;
  readonly line: number;
}

/** What the rules of the house need to know about one source file. */
export interface ModuleFacts {
  readonly path: string;
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  /** Lines of `export ... from`, which make a barrel. */
  readonly reExports: readonly number[];
  readonly uses: readonly UseFact[];
}

const OUTSIDE_MEMBERS = new Set([
  'process.env',
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);
const OUTSIDE_GLOBALS = new Set(['console', 'tableau']);
const OUTSIDE_MODULES = new Set(['node:process', 'process', 'node:console', 'console']);
const WINDOWS = new Set(['globalThis', 'window', 'self']);

type LineOf = (offset: number) => number;

/** True for code that the rules of modules apply to. */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mts|mjs|js)$/.test(path) && !path.endsWith('.d.ts');
}

/** The code of a tree, parsed. */
export function readModules(tree: SourceTree): ModuleFacts[] {
  return [...tree]
    .filter(([path]) => isCode(path))
    .map(([path, source]) => readModule(path, source));
}

/** Parses a TypeScript file; a syntax error throws. */
export function readModule(path: string, source: string): ModuleFacts {
  const { program, comments, errors } = parseSync(path, source, {
    lang: path.endsWith('x') ? 'tsx' : 'ts',
    sourceType: 'module',
  });
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
  const lineOf: LineOf = (offset) => source.slice(0, offset).split('\n').length;
  const docEnds = comments
    .filter((comment) => comment.type === 'Block' && comment.value.startsWith('*'))
    .map((comment) => comment.end);
  const documented = (node: ESTree.Node): boolean =>
    docEnds.some((end) => end <= node.start && source.slice(end, node.start).trim() === '');
  return {
    path,
    imports: readImports(program, lineOf),
    exports: program.body.flatMap((node) => readExports(node, { documented, lineOf })),
    reExports: program.body
      .filter(
        (node) =>
          node.type === 'ExportAllDeclaration' ||
          (node.type === 'ExportNamedDeclaration' && node.source !== null),
      )
      .map((node) => lineOf(node.start)),
    uses: readUses(program, lineOf),
  };
}

function readImports(program: ESTree.Program, lineOf: LineOf): ImportFact[] {
  const imports: ImportFact[] = [];
  const add = (node: ESTree.Node, specifier: string | null, typeOnly: boolean): void => {
    imports.push({ specifier, typeOnly, line: lineOf(node.start) });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node, node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node, node.source.value, node.exportKind === 'type');
    },
    TSImportType: (node) => add(node, node.source.value, true),
    ImportExpression: (node) => add(node, textOf(node.source), false),
  }).visit(program);
  return imports;
}

function textOf(node: ESTree.Expression): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

interface Reader {
  readonly documented: (node: ESTree.Node) => boolean;
  readonly lineOf: LineOf;
}

function readExports(node: ESTree.Node, { documented, lineOf }: Reader): ExportFact[] {
  const line = lineOf(node.start);
  if (node.type === 'ExportDefaultDeclaration') {
    return [{ name: 'default', isValue: true, documented: documented(node), line }];
  }
  if (node.type !== 'ExportNamedDeclaration') return [];
  const listed = node.specifiers.map((each) => ({
    name: each.exported.type === 'Literal' ? String(each.exported.value) : each.exported.name,
    isValue: node.exportKind !== 'type' && each.exportKind !== 'type',
    documented: documented(node),
    line,
  }));
  const isValue = node.exportKind !== 'type';
  const declared = declaredNames(node.declaration).map((name) => ({
    name,
    isValue,
    documented: documented(node),
    line,
  }));
  return [...listed, ...declared];
}

function declaredNames(declaration: ESTree.ExportNamedDeclaration['declaration']): string[] {
  if (declaration === null) return [];
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : '{}'));
  }
  if (!('id' in declaration) || declaration.id === null) return [];
  return declaration.id.type === 'Identifier' ? [declaration.id.name] : [];
}

function readUses(program: ESTree.Program, lineOf: LineOf): UseFact[] {
  const uses: UseFact[] = [];
  // Names after a dot or before a colon are not the global of that name.
  const labels = new Set<number>();
  const label = (key: ESTree.Node, computed: boolean): void => {
    if (!computed) labels.add(key.start);
  };
  const given = parameterNames(program);
  const use = (node: ESTree.Node, name: string): void => {
    // What a function is given as an argument is not the global of that name.
    if (!given.has(name.split('.')[0] ?? name)) uses.push({ name, line: lineOf(node.start) });
  };
  new Visitor({
    ImportDeclaration: (node) => {
      if (OUTSIDE_MODULES.has(node.source.value)) use(node, node.source.value);
    },
    MemberExpression: (node) => {
      label(node.property, node.computed);
      const name = memberName(node);
      if (name === null) return;
      if (OUTSIDE_MEMBERS.has(name) || OUTSIDE_GLOBALS.has(name)) use(node, name);
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== 'ObjectPattern' || init?.type !== 'Identifier') return;
      for (const property of id.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
        const name = `${init.name}.${property.key.name}`;
        if (OUTSIDE_MEMBERS.has(name)) use(property, name);
      }
    },
    NewExpression: (node) => {
      if (isNamed(node.callee, 'Date') && node.arguments.length === 0) use(node, 'new Date()');
    },
    CallExpression: (node) => {
      if (isNamed(node.callee, 'Date')) use(node, 'Date()');
    },
    Property: (node) => {
      if (!node.shorthand) label(node.key, node.computed);
    },
    PropertyDefinition: (node) => label(node.key, node.computed),
    MethodDefinition: (node) => label(node.key, node.computed),
    TSPropertySignature: (node) => label(node.key, node.computed),
    TSMethodSignature: (node) => label(node.key, node.computed),
    Identifier: (node) => {
      if (OUTSIDE_GLOBALS.has(node.name) && !labels.has(node.start)) use(node, node.name);
    },
  }).visit(program);
  return uses;
}

function parameterNames(program: ESTree.Program): ReadonlySet<string> {
  const names = new Set<string>();
  const add = ({ params }: { readonly params: readonly ESTree.ParamPattern[] }): void => {
    for (const param of params) if (param.type === 'Identifier') names.add(param.name);
  };
  new Visitor({
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: add,
  }).visit(program);
  return names;
}

/** 'process.env' of `process.env` and of `globalThis.process.env`; 'tableau' of `window.tableau`. */
function memberName(node: ESTree.MemberExpression): string | null {
  const property =
    node.property.type === 'Identifier' && !node.computed
      ? node.property.name
      : node.property.type === 'Literal' && typeof node.property.value === 'string'
        ? node.property.value
        : null;
  if (property === null) return null;
  if (node.object.type === 'MemberExpression') {
    const object = memberName(node.object);
    return object === null ? null : `${object}.${property}`;
  }
  if (node.object.type !== 'Identifier') return null;
  return WINDOWS.has(node.object.name) ? property : `${node.object.name}.${property}`;
}

function isNamed(node: ESTree.Expression, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}
