import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countResults } from './count-results.ts';
import { ROOT } from './source-tree.ts';

const report = (path: string, ...statuses: string[]) => ({
  testResults: [
    {
      name: join(ROOT, path),
      status: statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status) => ({ fullName: 'a test', status })),
    },
  ],
});

test('counts passed and failed tests; a skipped one is neither', () => {
  const count = countResults(report('test/domain/a.test.ts', 'passed', 'failed', 'skipped'));
  expect(count).toEqual({ passed: 1, failed: 1, because: [] });
});

test('a file that could not be run is a failure, and so is a report without tests', () => {
  const broken = { ...report('test/domain/a.test.ts').testResults[0], status: 'failed' };
  expect(countResults({ testResults: [broken] })).toMatchObject({ passed: 0, failed: 1 });
  expect(countResults({ testResults: [] })).toMatchObject({ passed: 0, failed: 1 });
});

test('browser tests and dbt tests that were skipped are failures', () => {
  for (const path of ['test/e2e/a.test.ts', 'test/sql/dbt-a.test.ts']) {
    expect(countResults(report(path, 'passed', 'skipped'))).toMatchObject({ passed: 1, failed: 1 });
  }
});

test('tests inside Tableau may be skipped', () => {
  for (const name of ['tableau', 'tableau-talk', 'configure']) {
    const count = countResults(report(`test/e2e/${name}.test.ts`, 'passed', 'skipped'));
    expect(count).toMatchObject({ passed: 1, failed: 0 });
  }
});
