import { relative, resolve } from 'node:path';
import { callTool, type Outcome } from './run-check.ts';

/** Test files that no project of vitest.config.ts takes in, and that would never fail. */
export async function checkTestFiles(root: string, paths: readonly string[]): Promise<Outcome> {
  const { code, printed } = await callTool(root, ['vitest', 'list', '--filesOnly']);
  if (code !== 0) return { problems: printed.split('\n') };
  const run = new Set(
    printed
      .split('\n')
      .map((line) => relative(root, resolve(root, line.replace(/^\[.*?\]\s*/, '')))),
  );
  return {
    problems: paths
      .filter((path) => /\.test\.tsx?$/.test(path) && !run.has(path))
      .map((path) => `${path} belongs to no project of vitest.config.ts`),
  };
}
