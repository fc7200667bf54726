import type { LandingFile } from '../../domain/landing-files.ts';
import { type LandingColumn, landingColumns } from '../../domain/landing-tables.ts';
import { factYears } from './duckdb-landing-days.ts';
import { type CastRule, strictValue } from './duckdb-landing-sql.ts';

/** A file as a relation: how to read it, and each column of the table as an expression over it. */
export interface LandingSource {
  readonly file: LandingFile;
  readonly relation: string;
  readonly rules: ReadonlyMap<string, CastRule>;
  /** Rows that must arrive, where counting them beforehand is possible. */
  readonly expectedRows: number | undefined;
}

/** The columns that the file has, in the table's order. */
export function columnsWithRules(
  source: LandingSource,
): { column: LandingColumn; rule: CastRule }[] {
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

/**
 * Checks as much as the insert and changes nothing: every column is counted, so every value is made. Of facts also
 * the first and last year that their days would ask of dim_date.
 */
export function dryRunSql(source: LandingSource): string {
  const counted = strictColumns(source).map((value) => `count(${value})`);
  const day = source.file.table.startsWith('fact_')
    ? source.rules.get('date_key')?.value
    : undefined;
  const years = day === undefined ? [] : [factYears(day)];
  return `select count(*) as row_count, ${[...years, ...counted].join(',\n      ')} from ${source.relation}`;
}
