import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import { compileModel } from '../../server/domain/trees/compile-model.ts';
import type { TreeModel } from '../../server/domain/trees/model.ts';
import { predict } from '../../server/domain/trees/predict.ts';
import { trainBoosting } from '../../server/domain/trees/train-boosting.ts';
import { trainForest } from '../../server/domain/trees/train-forest.ts';
import { scoreSql, treesToSql } from '../../server/domain/trees/trees-to-sql.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { inventRows } from '../domain/trees/invented-rows.ts';

const { frame, labels } = inventRows(3000);
const FOREST = { trees: 100, depth: 10, minRowsToSplit: 50, seed: 42 };
const BOOSTING = { trees: 100, depth: 5, minRowsToSplit: 2, rate: 0.1, seed: 42 };

/** As the product does it: one statement per partial sum, the last joins them. */
async function scoreInWarehouse(
  warehouse: Warehouse,
  model: TreeModel,
  maxBytes: number,
): Promise<number[]> {
  const columns = model.features.map((_, feature) => `f${feature}`);
  const parts = treesToSql(model, { columns, maxBytes });
  for (const [index, part] of parts.entries()) {
    expect(Buffer.byteLength(part)).toBeLessThanOrEqual(maxBytes);
    const sql = `create or replace temp table part_${index} as select i, ${part} as p from rows`;
    await warehouse.execute({ sql });
  }
  const joins = parts.map((_, index) => `inner join part_${index} on part_${index}.i = rows.i`);
  const score = scoreSql(
    model,
    parts.map((_, index) => `part_${index}.p`),
  );
  const found = await warehouse.query({
    sql: `select rows.i, ${score} as score from rows ${joins.join(' ')} order by rows.i`,
  });
  return found.map((row) => Number(row.score));
}

describe('trees as SQL', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openDuckDb({ path: ':memory:' });
    const row = (i: number) =>
      frame.columns.map((column) => {
        const value = column[i] ?? Number.NaN;
        return Number.isNaN(value) ? 'null' : String(value);
      });
    const rows = Array.from({ length: frame.rows }, (_, i) => `(${i}, ${row(i).join(', ')})`);
    // Decimals and integers, as the features are stored: comparing with a DOUBLE must not move a row.
    await warehouse.execute({
      sql: `create temp table rows (i bigint, f0 bigint, f1 decimal(5, 2), f2 decimal(9, 1), f3 double)`,
    });
    await warehouse.execute({ sql: `insert into rows values ${rows.join(', ')}` });
  });
  afterAll(() => warehouse.close());

  test.each([
    ['a forest', trainForest(frame, labels, FOREST)],
    ['boosted classes', trainBoosting(frame, labels, { ...BOOSTING, loss: 'log' })],
    [
      'boosted amounts',
      trainBoosting(
        frame,
        labels.map((label, row) => label * (row % 700) - 20),
        { ...BOOSTING, loss: 'squared' },
      ),
    ],
  ])('answer what TypeScript answers on every row: %s', async (_, model) => {
    const expected = predict(compileModel(model), frame);
    for (const maxBytes of [900_000, 20_000]) {
      const scores = await scoreInWarehouse(warehouse, model, maxBytes);
      expect(scores.length).toBe(frame.rows);
      const gaps = scores.map((score, row) => Math.abs(score - (expected[row] ?? Number.NaN)));
      expect(Math.max(...gaps)).toBeLessThan(1e-6);
    }
  });

  test('a split on whether a value is there', async () => {
    const model = trainBoosting(
      frame,
      Array.from(frame.columns[1] ?? [], (value) => (Number.isNaN(value) ? -5.5 : 0.25)),
      { ...BOOSTING, trees: 1, depth: 1, rate: 1, loss: 'squared' },
    );
    expect(treesToSql(model, { columns: ['a', 'b', 'c', 'd'] })[0]).toContain('b is null');
    const scores = await scoreInWarehouse(warehouse, model, 900_000);
    const expected = [...predict(compileModel(model), frame)];
    expect(Math.max(...scores.map((s, row) => Math.abs(s - (expected[row] ?? 0))))).toBeLessThan(
      1e-6,
    );
  });

  test('refuses other columns than the model has, and a limit that one tree exceeds', () => {
    const model = trainForest(frame, labels, FOREST);
    expect(() => treesToSql(model, { columns: ['a'] })).toThrow('needs 4 columns, not 1');
    const columns = ['a', 'b', 'c', 'd'];
    expect(() => treesToSql(model, { columns, maxBytes: 100 })).toThrow('too large');
  });
});
