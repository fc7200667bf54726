import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { parse } from 'yaml';
import { PACKAGE_ROOT as ROOT } from './server/adapters/system/package-root.ts';

const ICON = 'extension/ui/icon.svg';

interface Page {
  /** Its address on the service; the folder below `dist/extension` mirrors it. */
  readonly url: string;
  readonly title: string;
  readonly script: string;
  readonly style: string;
  /** Most bytes a first load may take, gzip, all of html, css and js. */
  readonly limit: number;
}

const LIMIT = 40 * 1024;
/** What all panels start with, as one chunk. */
const BASE = 'extension/panels/shared/base.ts';

/** The page of a panel, from the stem that all its folders share. */
function panel(stem: string, title: string): Page {
  const folder = `extension/panels/${stem}`;
  return {
    url: `extension/${stem}`,
    title,
    script: `${folder}/main.tsx`,
    style: `${folder}/page.css`,
    limit: LIMIT,
  };
}

const PAGES: readonly Page[] = [
  panel('score-rings', 'WonderScore'),
  panel('segments', 'Segments'),
  panel('churn', 'Churn'),
  panel('narrative', 'Summary'),
  panel('operations', 'Operations'),
  {
    url: 'extension',
    title: 'Add the panels to Tableau · Wonder Portal',
    script: 'extension/install/main.tsx',
    style: 'extension/install/page.css',
    limit: LIMIT,
  },
  {
    url: 'extension/configure',
    title: 'Configure panel',
    script: 'extension/configure/main.tsx',
    style: 'extension/configure/page.css',
    limit: LIMIT,
  },
  {
    url: 'portal',
    title: 'Wonder Portal',
    script: 'extension/portal/main.tsx',
    style: 'extension/portal/page.css',
    limit: LIMIT,
  },
  {
    url: 'preview',
    title: 'Member performance · Wonder Portal preview',
    script: 'extension/preview/main.tsx',
    style: 'extension/preview/page.css',
    limit: LIMIT,
  },
];

interface Sized {
  readonly path: string;
  readonly bytes: number;
  readonly gzip: number;
}

export interface PageSize {
  readonly url: string;
  readonly files: readonly Sized[];
  readonly gzip: number;
  readonly limit: number;
}

export interface ExtensionBuild {
  readonly outdir: string;
  /** What each page loads before it shows anything. */
  readonly pages: readonly PageSize[];
}

/** Builds every panel page into `outdir`, whose layout is that of the service's addresses. */
export async function buildExtension(
  outdir: string = join(ROOT, 'dist/extension'),
): Promise<ExtensionBuild> {
  // What panels share is cut by who shares it: pages around them would cut it into crumbs.
  const [panels, others] = await Promise.all([
    bundle(outdir, PAGES.filter(isPanel), [BASE]),
    bundle(
      outdir,
      PAGES.filter((page) => !isPanel(page)),
      [],
    ),
  ]);
  const texts = new Map(
    [...panels.outputFiles, ...others.outputFiles].map((file) => [
      relative(outdir, file.path),
      file.contents,
    ]),
  );
  const outputs = new Map(
    Object.entries({ ...panels.metafile.outputs, ...others.metafile.outputs }).map(
      ([path, output]) => [relative(outdir, resolve(ROOT, path)), output],
    ),
  );
  const thresholds = await readThresholds();
  const pages = PAGES.map((page) => describePage({ page, outputs, texts, thresholds }, outdir));
  for (const { html, size } of pages) texts.set(`${size.url}/index.html`, html);
  await writeAll(outdir, texts);
  return { outdir, pages: pages.map((page) => page.size) };
}

/** Where scores change their tier and risks their level, as the rules of the scores have it: `40 55 70 85;40 70`. */
async function readThresholds(): Promise<string> {
  const project: unknown = parse(await readFile(join(ROOT, 'sql/dbt_project.yml'), 'utf8'));
  const vars = memberOf(project, 'vars');
  const edges = (group: string): string =>
    Object.values(Object(memberOf(vars, group)))
      .map(Number)
      .sort((a, b) => a - b)
      .join(' ');
  return `${edges('wonder_tiers')};${edges('churn_levels')}`;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isPanel({ script }: Page): boolean {
  return script.startsWith('extension/panels/');
}

function bundle(outdir: string, pages: readonly Page[], inject: string[]) {
  return esbuild.build({
    inject,
    absWorkingDir: ROOT,
    entryPoints: [...pages.flatMap((page) => [page.script, page.style]), ICON],
    loader: { '.svg': 'copy' },
    outdir,
    entryNames: 'extension/assets/[dir]-[hash]',
    chunkNames: 'extension/assets/shared-[hash]',
    assetNames: 'extension/assets/[name]-[hash]',
    outbase: 'extension',
    bundle: true,
    splitting: true,
    format: 'esm',
    // Tableau Desktop embeds an old Chromium.
    target: ['es2019', 'chrome88'],
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
}

interface Bundle {
  readonly page: Page;
  readonly outputs: ReadonlyMap<string, esbuild.Metafile['outputs'][string]>;
  readonly texts: ReadonlyMap<string, Uint8Array>;
  readonly thresholds: string;
}

function describePage({ page, outputs, texts, thresholds }: Bundle, outdir: string) {
  const find = (entry: string): string => {
    const found = [...outputs].find(
      ([, output]) => output.entryPoint === entry || Object.keys(output.inputs).join() === entry,
    );
    if (found === undefined) throw new Error(`esbuild wrote nothing for ${entry}`);
    return found[0];
  };
  const script = find(page.script);
  const style = find(page.style);
  const chunks = staticImports(script, outputs, outdir);
  const html = new TextEncoder().encode(
    markup(page, { script, style, chunks, icon: find(ICON), thresholds }),
  );
  const sizes = [style, script, ...chunks].map((path) => sized(path, texts.get(path)));
  const files = [sized(`${page.url}/index.html`, html), ...sizes];
  const gzip = files.reduce((sum, file) => sum + file.gzip, 0);
  return { html, size: { url: page.url, files, gzip, limit: page.limit } };
}

function staticImports(script: string, outputs: Bundle['outputs'], outdir: string): string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    for (const { path: target, kind } of outputs.get(path)?.imports ?? []) {
      const name = relative(outdir, resolve(ROOT, target));
      if (kind !== 'import-statement' || seen.has(name)) continue;
      seen.add(name);
      visit(name);
    }
  };
  visit(script);
  return [...seen];
}

interface PageFiles {
  readonly script: string;
  readonly style: string;
  readonly icon: string;
  /** Where scores change their tier and risks their level. */
  readonly thresholds: string;
  readonly chunks: readonly string[];
}

function markup(page: Page, files: PageFiles): string {
  const preloads = files.chunks.map((path) => `<link rel="modulepreload" href="/${path}">`);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="wonder-thresholds" content="${files.thresholds}">`,
    `<title>${page.title}</title>`,
    `<link rel="icon" type="image/svg+xml" href="/${files.icon}">`,
    `<link rel="stylesheet" href="/${files.style}">`,
    ...preloads,
    `<script type="module" src="/${files.script}"></script>`,
    '</head>',
    '<body><div id="app"></div></body>',
    '</html>',
    '',
  ].join('\n');
}

function sized(path: string, contents: Uint8Array | undefined): Sized {
  if (contents === undefined) throw new Error(`esbuild wrote nothing at ${path}`);
  return { path, bytes: contents.byteLength, gzip: gzipSync(contents, { level: 9 }).byteLength };
}

async function writeAll(outdir: string, texts: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, contents] of texts) {
    const target = join(outdir, path);
    await mkdir(dirname(target), { recursive: true });
    // What is there already stays: whoever serves it meanwhile would read half a file.
    const present = await readFile(target).catch(() => undefined);
    if (present?.equals(contents) !== true) await writeFile(target, contents);
  }
  // Old assets go last, so a page that is loading meanwhile still finds its files.
  for (const path of await readdir(outdir, { recursive: true })) {
    const target = join(outdir, path);
    if (!texts.has(path) && (await stat(target)).isFile()) await rm(target);
  }
}

function report(build: ExtensionBuild): boolean {
  const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
  for (const page of build.pages) {
    console.log(`/${page.url}`);
    for (const file of page.files) {
      console.log(`  ${kb(file.bytes)} ${kb(file.gzip)} gzip  ${file.path}`);
    }
    console.log(`  ${' '.repeat(9)} ${kb(page.gzip)} first load, limit${kb(page.limit)}`);
  }
  return build.pages.every((page) => page.gzip <= page.limit);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (!report(await buildExtension())) {
    console.error('A page is larger than its limit.');
    process.exitCode = 1;
  }
}
