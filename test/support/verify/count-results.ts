import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { z } from 'zod';
import { ROOT } from './source-tree.ts';

const results = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * Tests that people may skip where a tool is missing; in CI the tool is there, so they must run. Those inside
 * Tableau need Tableau's own library, which is not ours to bring along.
 */
const NEVER_SKIPPED = /^test\/(e2e\/(?!(tableau(-\w+)?|configure)\.test\.ts)|sql\/dbt-)/;

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** What counts as failed though no test of its own says so. */
  readonly because: readonly string[];
}

/** Counts what vitest's JSON report says; a file that did not load, or nothing at all, is a failure. */
export function countResults(report: unknown): Count {
  const files = results.parse(report).testResults.map((file) => ({
    ...file,
    path: relative(ROOT, file.name),
  }));
  const tests = files.flatMap(({ path, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, path })),
  );
  const because = [
    ...files
      .filter(({ status, assertionResults }) => {
        return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
      })
      .map(({ path }) => `${path} could not be run`),
    ...tests
      .filter(({ path, status }) => isSkipped(status) && NEVER_SKIPPED.test(path))
      .map(({ path, fullName }) => `${path} was skipped: ${fullName}`),
  ];
  const count = (wanted: string) => tests.filter(({ status }) => status === wanted).length;
  if (tests.length === 0 && because.length === 0) because.push('no test was run');
  return { passed: count('passed'), failed: count('failed') + because.length, because };
}

function isSkipped(status: string): boolean {
  return status !== 'passed' && status !== 'failed';
}

// Run by itself, it prints the two numbers for CI's sum.
if (process.argv[1] === import.meta.filename && process.argv[2] !== undefined) {
  const { passed, failed, because } = countResults(
    JSON.parse(await readFile(process.argv[2], 'utf8')),
  );
  for (const reason of because) console.error(`counted as failed: ${reason}`);
  console.log(`${passed} ${failed}`);
}
