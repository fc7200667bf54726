import { describe, expect, it } from 'vitest';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { WonderError } from '../../server/domain/errors.ts';
import { parseProject } from '../../server/modeling/project.ts';
import { renderSetup } from '../../server/modeling/queries.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { setupWarehouse } from '../../server/usecases/setup-warehouse.ts';

const project = parseProject(await readSqlFiles('sql'));
const TABLES = renderSetup(project, 'snowflake').flatMap(
  (sql) => /^create table if not exists (\S+)/.exec(sql)?.[1] ?? [],
);
const landing = TABLES.filter((table) => table.startsWith('landing.'));

/** A shared warehouse whose role sees some tables and may make none. */
function seeing(tables: readonly string[]): Warehouse {
  const unasked = () => Promise.reject(new Error('nobody should ask this'));
  return {
    engine: 'snowflake',
    singleProcess: false,
    scratch: null,
    query: async () =>
      tables.map((table) => {
        const [table_schema = '', table_name = ''] = table.split('.');
        return { table_schema, table_name };
      }),
    execute: () =>
      Promise.reject(new WonderError('warehouse_failed', { detail: 'Snowflake refused it.' })),
    stream: () => {
      throw new Error('nobody should ask this');
    },
    transaction: unasked,
    close: async () => undefined,
  };
}

describe('a shared warehouse', () => {
  it('is set up for a role that sees all tables, or all of the schemas it sees', async () => {
    await setupWarehouse({ warehouse: seeing(TABLES), project });
    await setupWarehouse({ warehouse: seeing(landing), project });
  });

  it.each([
    { name: 'sees nothing', tables: [] },
    { name: 'misses a table', tables: TABLES.slice(1) },
  ])('asks for the setup where a role $name and may make nothing', async ({ tables }) => {
    const work = setupWarehouse({ warehouse: seeing(tables), project });
    await expect(work).rejects.toThrow(/run "wonder setup" as a role that may/);
  });
});
