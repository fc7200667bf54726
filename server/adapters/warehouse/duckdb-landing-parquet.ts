import { WonderError } from '../../domain/errors.ts';
import type { LandingFile } from '../../domain/landing-files.ts';
import { checkHeader } from '../../domain/landing-header.ts';
import type { LandingProblem } from '../../ports/landing-loader.ts';
import type { WarehouseSession } from '../../ports/warehouse.ts';
import { columnsWithRules, type LandingSource } from './duckdb-landing-source.ts';
import { type CastRule, typedRule } from './duckdb-landing-sql.ts';
import { pathLiteral } from './duckdb-literals.ts';
import type { ProblemList } from './landing-csv-check.ts';

/** Reads the schema that the file itself states; problems with it are added to the list. */
export async function parquetSource(
  session: WarehouseSession,
  { path, file, problems }: { path: string; file: LandingFile; problems: ProblemList },
): Promise<LandingSource | undefined> {
  const relation = `read_parquet(${pathLiteral(path)})`;
  const report = (problem: Omit<LandingProblem, 'file'>) =>
    problems.add({ file: file.name, ...problem });
  const described = await session
    .query({ sql: `describe select * from ${relation}` })
    .catch((error: unknown) => {
      if (error instanceof WonderError && error.code === 'cancelled') throw error;
      return undefined;
    });
  if (described === undefined) {
    report({ message: 'cannot be read as Parquet' });
    return undefined;
  }
  const types = new Map(described.map((row) => [String(row.column_name), String(row.column_type)]));
  const header = checkHeader(file.table, [...types.keys()]);
  for (const problem of header.problems) report(problem);
  const sources = new Map([...types].map(([name, type]) => [name.toLowerCase(), type]));
  const rules = new Map<string, CastRule>();
  for (const column of header.columns) {
    const source = sources.get(column.name) ?? '';
    const rule = typedRule(column, source);
    if (rule === undefined) {
      report({ column: column.name, message: `is ${source}, not ${column.type}` });
    } else {
      rules.set(column.name, rule);
    }
  }
  if (header.problems.length > 0 || rules.size < header.columns.length) return undefined;
  return { file, relation, rules, expectedRows: undefined };
}

/** Every bad value of a Parquet file with its row; CSV files are checked from their bytes. */
export async function checkParquet(
  session: WarehouseSession,
  { path, source, problems }: { path: string; source: LandingSource; problems: ProblemList },
): Promise<void> {
  const relation = `read_parquet(${pathLiteral(path)}, file_row_number = true)`;
  for (const { column, rule } of columnsWithRules(source)) {
    if (rule.ok === 'true' || column.type === 'varchar') continue;
    const rows = await session.query({
      sql: `select file_row_number + 1 as line, substr(cast(${column.name} as varchar), 1, 60) as shown,
        count(*) over () as bad from ${relation} where not ${rule.ok} order by 1 limit 20`,
    });
    const bad = Number(rows[0]?.bad ?? 0);
    for (const row of rows) {
      problems.add({
        file: source.file.name,
        line: Number(row.line),
        column: column.name,
        value: String(row.shown),
        message: `is not a ${column.type}`,
      });
    }
    problems.count += bad - rows.length;
  }
}
