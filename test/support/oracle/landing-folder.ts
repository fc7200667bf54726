import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Cell, parseCsv, type Row } from './csv.ts';
import { TABLE_COLUMNS, TABLE_NAMES, type TableName } from './tables.ts';

/** The landing tables as text, as they stand in the files. */
export type Landing = Readonly<Record<TableName, readonly Row[]>>;

/** Reads `<table>.csv` or `<table>.csv.gz` for every table of the folder. */
export function readLanding(folder: string): Landing {
  const read = (table: TableName) => readCsv(join(folder, `${table}.csv`));
  return {
    dim_fan: read('dim_fan'),
    dim_event: read('dim_event'),
    dim_product: read('dim_product'),
    dim_campaign: read('dim_campaign'),
    fact_engagement: read('fact_engagement'),
    fact_spend: read('fact_spend'),
    fact_loyalty: read('fact_loyalty'),
    fact_sentiment: read('fact_sentiment'),
    fact_attendance: read('fact_attendance'),
    fact_hospitality: read('fact_hospitality'),
    fact_advocacy: read('fact_advocacy'),
  };
}

/** Writes one file per table, every second one compressed, so that both forms are read. */
export function writeLanding(folder: string, landing: Landing): void {
  mkdirSync(folder, { recursive: true });
  TABLE_NAMES.forEach((table, index) => {
    const columns = TABLE_COLUMNS[table].split(',');
    const records = landing[table].map((row) => columns.map((name) => quote(row[name] ?? null)));
    const text = [columns, ...records].map((fields) => `${fields.join(',')}\n`).join('');
    if (index % 2 === 0) writeFileSync(join(folder, `${table}.csv`), text);
    else writeFileSync(join(folder, `${table}.csv.gz`), gzipSync(text));
  });
}

function readCsv(path: string): Row[] {
  if (existsSync(path)) return parseCsv(readFileSync(path, 'utf8'));
  return parseCsv(gunzipSync(readFileSync(`${path}.gz`)).toString('utf8'));
}

function quote(cell: Cell): string {
  if (cell === null) return '';
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
