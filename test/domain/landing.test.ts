import { expect, it } from 'vitest';
import { matchLandingFiles } from '../../server/domain/landing-files.ts';
import { checkHeader } from '../../server/domain/landing-header.ts';
import { landingColumns, landingTableNames } from '../../server/domain/landing-tables.ts';

it('has the twelve tables, each column once', () => {
  expect(landingTableNames()).toHaveLength(12);
  for (const table of landingTableNames()) {
    const names = landingColumns(table).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

it('matches files with tables by their whole name', () => {
  const folder = matchLandingFiles([
    'Fact_Spend.CSV.GZ',
    'dim_fan.parquet',
    'dim_fan.csv',
    'fact_spend_2024.csv',
    'fact_spend.csv.bak',
    'constructor.csv',
    'fact_spent.csv',
  ]);
  expect(folder.files.map(({ table, format }) => [table, format])).toEqual([
    ['dim_fan', 'parquet'],
    ['dim_fan', 'csv'],
    ['fact_spend', 'csv'],
  ]);
  expect(folder.doubled).toEqual([{ table: 'dim_fan', names: ['dim_fan.parquet', 'dim_fan.csv'] }]);
  expect(folder.ignored).toHaveLength(4);
  expect(folder.absent).toHaveLength(10);
});

it('reads a header in any order and case, and names everything wrong with one', () => {
  const names = landingColumns('dim_product').map(({ name }) => name);
  const mixed = checkHeader(
    'dim_product',
    [...names].reverse().map((name) => ` ${name.toUpperCase()}`),
  );
  expect(mixed.problems).toEqual([]);
  expect(mixed.columns.map(({ name }) => name)).toEqual([...names].reverse());
  const wrong = checkHeader('dim_product', ['', 'product_sk', 'Product_SK', ...names.slice(2)]);
  expect(wrong.problems).toEqual([
    { message: 'a column has no name' },
    { column: 'Product_SK', message: 'the column is there twice' },
    { column: 'product_id', message: 'the column is missing' },
  ]);
});

it.each([
  ['1', 'P1', 'Scarf'],
  ['<!doctype html><html><body>Sign in</body></html>'],
  ['{"product_sk":1}'],
  ['a', 'b;c'],
])('says of a first line that is no header that it is none: %s', (...names) => {
  expect(checkHeader('dim_product', names).problems).toEqual([
    { message: 'no column of dim_product is named here' },
  ]);
});
