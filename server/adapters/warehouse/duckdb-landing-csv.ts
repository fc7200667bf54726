import type { LandingFile } from '../../domain/landing-files.ts';
import { checkHeader } from '../../domain/landing-header.ts';
import type { LandingSource } from './duckdb-landing-source.ts';
import { textRule } from './duckdb-landing-sql.ts';
import { literal, pathLiteral } from './duckdb-literals.ts';
import { isGzipped } from './landing-bytes.ts';
import { surveyCsv } from './landing-csv-check.ts';

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
