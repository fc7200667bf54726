import type { DataTable, DataTableReader } from '@tableau/extensions-api-types';
import { sameField } from '../field-names.ts';
import type { SummaryCell, SummaryQuestion, SummaryTable } from '../summary.ts';
import type { TableauApi, Worksheet } from './api.ts';
import type { Patience } from './patience.ts';

const PAGE_ROWS = 10_000;

export type ReadSheet = (sheet: Worksheet, question: SummaryQuestion) => Promise<SummaryTable>;

/**
 * Reads worksheets one after the other: an extension has one summary reader at a time, and a second one opened
 * before the first is read would give the other sheet's rows.
 */
export function createSummaryReader(api: TableauApi, patience: Patience): ReadSheet {
  let last: Promise<unknown> = Promise.resolve();
  return (sheet, question) => {
    const mine = last.then(() => readOnce(sheet, question));
    last = mine.catch(() => {});
    return mine;
  };

  async function readOnce(sheet: Worksheet, question: SummaryQuestion): Promise<SummaryTable> {
    const reader = await patience(`the rows of ${sheet.name}`, () =>
      sheet.getSummaryDataReaderAsync(Math.min(PAGE_ROWS, question.maxRows), {
        // With it, a selection would be all that is read.
        ignoreSelection: true,
        includeDataValuesOption: api.IncludeDataValuesOption?.OnlyNativeValues,
      }),
    );
    try {
      return await readPages(reader, question);
    } finally {
      // Nobody waits for it, and a reader that cannot be released is replaced by the next.
      void patience('releasing', () => reader.releaseAsync()).catch(() => {});
    }
  }

  async function readPages(
    reader: DataTableReader,
    { columns, maxRows }: SummaryQuestion,
  ): Promise<SummaryTable> {
    const totalRows = reader.totalRowCount;
    // A reader without rows refuses to be read.
    if (totalRows === 0) return { columns: [], rows: [], totalRows };
    const rows: SummaryCell[][] = [];
    let found: readonly FoundColumn[] = [];
    for (let page = 0; page < reader.pageCount && rows.length < maxRows; page += 1) {
      const table = await patience('a page of rows', () => reader.getPageAsync(page));
      found = findColumns(table, columns);
      rows.push(...rowsOf(table, found));
    }
    return { columns: found.map(({ name }) => name), rows: rows.slice(0, maxRows), totalRows };
  }
}

interface FoundColumn {
  readonly name: string;
  readonly index: number;
}

/** By name: the order of a reader is not the worksheet's. */
function findColumns(table: DataTable, names: readonly string[]): readonly FoundColumn[] {
  return names.flatMap((name) => {
    const exact = table.columns.findIndex((column) => column.fieldName === name);
    const index =
      exact < 0 ? table.columns.findIndex(({ fieldName }) => sameField(fieldName, name)) : exact;
    return index < 0 ? [] : [{ name, index }];
  });
}

function rowsOf(table: DataTable, columns: readonly FoundColumn[]): SummaryCell[][] {
  // Data that shrinks while it is read leaves holes.
  return Array.from(table.data)
    .filter((row) => row !== undefined)
    .map((row) => columns.map(({ index }) => cellOf(row[index]?.nativeValue)));
}

function cellOf(value: unknown): SummaryCell {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}
