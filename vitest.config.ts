import { defineConfig } from 'vitest/config';

/** Where CI wants the results as JSON, besides what people read. */
const report = process.env.TEST_REPORT;

/** In CI, where other work may take the machine for seconds, what runs whole servers is tried once more, and says so. */
const retry = process.env.CI === 'true' ? 1 : 0;

/** Where databases lie that many tests start from. */
const MADE_ONCE = 'test/support/made-once.ts';

/**
 * unit: pure and fast; product: real engine and server; e2e: a real Chromium on the real server;
 * dbt: by itself with `npm run test:dbt`, because it needs Python and sql/requirements.txt.
 */
export default defineConfig({
  test: {
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          globalSetup: MADE_ONCE,
          // Nothing here leaves anything behind, so files share a process: starting one takes longer than most files.
          isolate: false,
          maxWorkers: 2,
          include: [
            'test/architecture.test.ts',
            'test/{domain,modeling,usecases,http,entry,contract,support,extension}/**/*.test.{ts,tsx}',
          ],
          // Pure tests take milliseconds; those of routes open an engine, which a busy machine delays.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        test: {
          name: 'product',
          globalSetup: MADE_ONCE,
          retry,
          maxWorkers: 2,
          include: ['test/{golden,adapters,product,sql}/**/*.test.ts'],
          exclude: ['test/sql/dbt-*.test.ts'],
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'dbt',
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          include: ['test/sql/dbt-*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: 'test/support/panel-data.ts',
          retry,
          include: ['test/e2e/**/*.test.ts'],
          // A busy machine paints late; a poll ends as soon as what it waits for is there.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // After the rest, so that two browsers have the cores to themselves.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
