import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { compileProject } from '../../server/modeling/compiled.ts';
import type { ModelNode } from '../../server/modeling/graph.ts';
import { readDataTests } from '../support/data-tests.ts';
import { MART_KEYS } from '../support/mart-keys.ts';
import { type ModelRuns, openModelRuns, relationsIn } from '../support/model-runs.ts';
import { GOLDEN_RUN, readProject } from '../support/rendered-sql.ts';

const ymlSchema = z.object({
  models: z.array(
    z.object({
      name: z.string(),
      description: z.string().min(1),
      columns: z.array(
        z.object({
          name: z.string(),
          data_type: z.string(),
          data_tests: z.array(z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

// A row that is dropped as a copy is one of several that are alike.
const WITHOUT_KEY = ['stg_dropped_copies'];

const project = await readProject();
const { nodes, renderer } = compileProject(project, 'duckdb');

/** Models that a test refers to, by test. */
async function modelsTested(): Promise<ReadonlyMap<string, readonly string[]>> {
  const relations = { ref: (name: string) => name, source: (_: string, table: string) => table };
  const tests = await readDataTests();
  return new Map(
    tests.map((test) => [test.name, renderer.render(test, { relations, vars: GOLDEN_RUN }).refs]),
  );
}

async function describedIn({ file }: ModelNode) {
  const path = join('sql', file.path.replace(/\.sql$/, '.yml'));
  const { models } = ymlSchema.parse(parse(await readFile(path, 'utf8')));
  return models;
}

describe('the yml beside each model', () => {
  it('describes that model and no other', async () => {
    for (const node of nodes) {
      const names = (await describedIn(node)).map(({ name }) => name);
      expect(names, node.file.path).toEqual([node.file.name]);
    }
  });

  it('tests a key, or a test of sql/tests does', async () => {
    const tested = await modelsTested();
    const byTest = new Set([
      ...(tested.get('one_row_per_key') ?? []),
      ...(tested.get('one_row_per_group') ?? []),
    ]);
    for (const node of nodes) {
      const { name } = node.file;
      const columns = (await describedIn(node)).flatMap((model) => model.columns);
      const unique = columns.some(({ data_tests = [] }) => data_tests.includes('unique'));
      const keyed = unique || byTest.has(name) || WITHOUT_KEY.includes(name);
      expect({ name, keyed }).toEqual({ name, keyed: true });
    }
    expect([...(tested.get('one_row_per_key') ?? [])].sort()).toEqual(
      Object.keys(MART_KEYS).sort(),
    );
  });

  it('is reconciled by a test of sql/tests where it is a mart', async () => {
    const tested = new Set(
      [...(await modelsTested())].flatMap(([test, refs]) =>
        test.startsWith('one_row_per_') ? [] : refs,
      ),
    );
    const marts = nodes.filter(({ materialized }) => materialized === 'incremental');
    const alone = marts.map(({ file }) => file.name).filter((name) => !tested.has(name));
    expect(alone).toEqual([]);
  });
});

describe('the columns a yml promises', () => {
  let runs: ModelRuns;
  beforeAll(async () => {
    runs = await openModelRuns('tiny', ['2025-03-01']);
  });
  afterAll(async () => await runs?.warehouse.close());

  it.each(nodes.map((node): [string, ModelNode] => [node.file.name, node]))(
    '%s has, in this order and of these types',
    async (name, { file }) => {
      const [vars] = runs.runs;
      if (vars === undefined) throw new Error('there is no run');
      const context = { relations: relationsIn(runs, vars), vars: { ...vars } };
      const { sql } = renderer.render(file, context);
      const rows = await runs.warehouse.query({ sql: `describe ${sql}` });
      const found = rows.map((row) => `${row.column_name} ${row.column_type}`.toLowerCase());
      const promised = project.columns.get(name) ?? [];
      expect(found).toEqual(
        promised.map((column) => `${column.name} ${column.type.replaceAll(', ', ',')}`),
      );
    },
  );
});
