import { WonderError } from '../../domain/errors.ts';
import type { LandingFile } from '../../domain/landing-files.ts';
import { checkHeader } from '../../domain/landing-header.ts';
import { type LandingColumn, landingColumns } from '../../domain/landing-tables.ts';
import type { LandingProblem } from '../../ports/landing-loader.ts';
import type { WarehouseSession } from '../../ports/warehouse.ts';
import {
  type CastRule,
  literal,
  pathLiteral,
  strictValue,
  textRule,
  typedRule,
} from './duckdb-landing-sql.ts';
import { isGzipped } from './landing-bytes.ts';
import { type ProblemList, surveyCsv } from './landing-csv-check.ts';

/** A file as a relation: how to read it, and each column of the table as an expression over it. */
export interface LandingSource {
  readonly file: LandingFile;
  readonly relation: string;
  readonly rules: ReadonlyMap<string, CastRule>;
  /** Rows that must arrive, where counting them beforehand is possible. */
  readonly expectedRows: number | undefined;
}

/** Undefined where the shape is wrong; a full check then says what. */
export async function csvSource(
  path: string,
  file: LandingFile,
): Promise<LandingSource | undefined> {
  const survey = await surveyCsv(path);
  const header = checkHeader(file.table, survey.header);
  if (!survey.sound || header.problems.length > 0) return undefined;
  const types = header.columns.map((column) => `${literal(column.name)}: 'VARCHAR'`).join(', ');
  const compression = isGzipped(file.name) ? 'gzip' : 'none';
  return {
    file,
    relation: `read_csv(${pathLiteral(path)}, columns = {${types}}, auto_detect = false, header = true,
      delim = ',', quote = '"', escape = '"', compression = '${compression}')`,
    rules: new Map(header.columns.map((column) => [column.name, textRule(column)])),
    expectedRows: survey.records,
  };
}

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

function columnsWithRules(source: LandingSource): { column: LandingColumn; rule: CastRule }[] {
  return landingColumns(source.file.table).flatMap((column) => {
    const rule = source.rules.get(column.name);
    return rule === undefined ? [] : [{ column, rule }];
  });
}

/** Values in the table's own order, each checked. */
function strictColumns(source: LandingSource): string[] {
  return columnsWithRules(source).map(({ column, rule }) => strictValue(column, rule));
}

/** Loads and checks in one pass. */
export function insertSql(source: LandingSource, schema: string): string {
  return `insert into ${schema}.${source.file.table}
    select ${strictColumns(source).join(',\n      ')} from ${source.relation}`;
}

/** Checks as much as the insert and changes nothing: every column is counted, so every value is made. */
export function dryRunSql(source: LandingSource): string {
  const counted = strictColumns(source).map((value) => `count(${value})`);
  return `select count(*) as row_count, ${counted.join(',\n      ')} from ${source.relation}`;
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
