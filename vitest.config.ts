import { defineConfig } from 'vitest/config';

/** unit: pure and fast; product: real engine and server; dbt: needs sql/requirements.txt; e2e: a real Chromium on the real server. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/architecture.test.ts',
            'test/{domain,modeling,usecases,http,entry,contract,support,extension}/**/*.test.{ts,tsx}',
          ],
          testTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'product',
          include: ['test/{golden,adapters,product,sql}/**/*.test.ts'],
          exclude: ['test/sql/dbt-*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'dbt',
          include: ['test/sql/dbt-*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
