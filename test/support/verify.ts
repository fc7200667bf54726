import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorker } from '../../server/entry/worker/build.ts';
import { checkExports } from './verify/check-exports.ts';
import { checkModels } from './verify/check-models.ts';
import { checkNames } from './verify/check-names.ts';
import { checkPackages } from './verify/check-packages.ts';
import { checkPages, measurePages } from './verify/check-pages.ts';
import { checkSizes } from './verify/check-sizes.ts';
import { checkTestFiles } from './verify/check-test-files.ts';
import { checkTrex } from './verify/check-trex.ts';
import { checkWords } from './verify/check-words.ts';
import { readModules } from './verify/module-facts.ts';
import { type Check, type Outcome, runCheck, runTool } from './verify/run-check.ts';
import { listFiles, ROOT, readSourceTree } from './verify/source-tree.ts';

const tree = await readSourceTree(ROOT);
const tool = (...command: string[]) => runTool(ROOT, command);

function sizes(): Outcome {
  const { problems, long, median } = checkSizes(tree);
  return { problems, notes: [`half of the files have at most ${median} lines`, ...long] };
}

async function pages(): Promise<Outcome> {
  const measured = await measurePages();
  const weight = (bytes: number): string => (bytes / 1024).toFixed(1);
  return {
    problems: checkPages(measured),
    notes: measured.map(
      ({ url, gzip, limit }) => `/${url}: ${weight(gzip)} of ${weight(limit)} KB gzip`,
    ),
  };
}

/** Bundled for no platform in particular: an import that needs Node cannot be. */
async function worker(): Promise<Outcome> {
  const outdir = await mkdtemp(join(tmpdir(), 'wonder-worker-build-'));
  try {
    const bytes = await buildWorker(outdir);
    return { problems: [], notes: [`the Worker has ${(bytes / 1024).toFixed(0)} KB`] };
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

const CHECKS: readonly Check[] = [
  {
    name: 'format and lint',
    run: () =>
      tool('biome', 'ci', '--colors=off', '--reporter=concise', '--error-on-warnings', '.'),
  },
  { name: 'types: server, tests, tools', run: () => tool('tsc', '-p', 'tsconfig.json') },
  { name: 'types: extension', run: () => tool('tsc', '-p', 'tsconfig.extension.json') },
  {
    name: 'architecture',
    run: () => tool('vitest', 'run', '--project', 'unit', 'test/architecture.test.ts'),
  },
  { name: 'every test file is run', run: () => checkTestFiles(ROOT, [...tree.keys()]) },
  { name: 'budget: lines per file', run: sizes },
  {
    name: 'budget: exports, doc comments',
    run: () => ({ problems: checkExports(readModules(tree)) }),
  },
  { name: 'budget: SQL models', run: () => ({ problems: checkModels(tree) }) },
  { name: 'budget: first load of the pages', run: pages },
  { name: 'file names', run: async () => ({ problems: checkNames(await listFiles(ROOT)) }) },
  { name: 'worker: needs no Node', run: worker },
  { name: 'packages', run: () => ({ problems: checkPackages(tree) }) },
  { name: 'manifests', run: () => ({ problems: checkTrex(tree) }) },
  { name: 'words and paths', run: () => ({ problems: checkWords(tree) }) },
];

const failed: string[] = [];
for (const check of CHECKS) {
  if (!(await runCheck(check))) failed.push(check.name);
}
console.log(`verify: ${CHECKS.length - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) {
  console.log(`verify failed: ${failed.join('; ')}`);
  process.exitCode = 1;
}
