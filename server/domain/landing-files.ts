import { isLandingTable, type LandingTableName, landingTableNames } from './landing-tables.ts';

/** A file that holds one input table. `name` is its name inside the folder. */
export interface LandingFile {
  readonly table: LandingTableName;
  readonly name: string;
  readonly format: 'csv' | 'parquet';
}

/** What a folder offers: a file per table, the tables with several files, and everything else. */
export interface LandingFolder {
  readonly files: readonly LandingFile[];
  readonly doubled: readonly {
    readonly table: LandingTableName;
    readonly names: readonly string[];
  }[];
  readonly ignored: readonly string[];
  readonly absent: readonly LandingTableName[];
}

const FILE_NAME = /^(?<table>[a-z_]+)\.(?<kind>csv|csv\.gz|parquet)$/i;

function toLandingFile(name: string): LandingFile | undefined {
  const { table, kind } = FILE_NAME.exec(name)?.groups ?? {};
  const lower = table?.toLowerCase() ?? '';
  if (!isLandingTable(lower)) return undefined;
  return { table: lower, name, format: kind?.toLowerCase() === 'parquet' ? 'parquet' : 'csv' };
}

/** Matches file names with input tables: `fact_spend.csv`, `.csv.gz` or `.parquet`, in any case. */
export function matchLandingFiles(names: readonly string[]): LandingFolder {
  const found = names.map(toLandingFile).filter((file) => file !== undefined);
  const byTable = landingTableNames().map((table) => ({
    table,
    files: found.filter((file) => file.table === table),
  }));
  return {
    files: byTable.flatMap(({ files }) => files),
    doubled: byTable
      .filter(({ files }) => files.length > 1)
      .map(({ table, files }) => ({ table, names: files.map((file) => file.name) })),
    ignored: names.filter((name) => toLandingFile(name) === undefined),
    absent: byTable.filter(({ files }) => files.length === 0).map(({ table }) => table),
  };
}
