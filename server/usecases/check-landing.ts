import { WonderError } from '../domain/errors.ts';
import type { RunDeps } from './run-deps.ts';

/** The load check: every landing table is there; answers how many rows they hold. */
export async function checkLanding({ warehouse, project }: RunDeps): Promise<number> {
  const schema = String(project.vars.landing_schema);
  const tables = [...(project.sources.get('landing') ?? [])];
  const present = await warehouse.query({
    sql: 'select lower(table_name) as table_name from information_schema.tables where lower(table_schema) = ?',
    binds: [schema],
  });
  const names = new Set(present.map((row) => String(row.table_name)));
  const missing = tables.filter((table) => !names.has(table));
  if (missing.length > 0) {
    throw new WonderError('bad_input_files', {
      detail: `Landing tables are missing: ${missing.join(', ')}.`,
      problems: missing.map((table) => ({ field: table, message: 'is missing' })),
    });
  }
  const counts = tables.map((table) => `select count(*) as n from ${schema}.${table}`);
  const [total] = await warehouse.query({
    sql: `select sum(c.n) as n from (${counts.join(' union all ')}) as c`,
  });
  return Number(total?.n ?? 0);
}
