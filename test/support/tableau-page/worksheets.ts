import type { CellConfig, DashboardConfig, WorksheetConfig } from './dashboard-config.ts';

/** A categorical filter; null values let everything through. */
export interface SheetFilter {
  readonly field: string;
  readonly values: ReadonlySet<string> | null;
  readonly exclude: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly columns: WorksheetConfig['columns'];
  rows: WorksheetConfig['rows'];
  selected: ReadonlySet<number>;
  readonly filters: Map<string, SheetFilter>;
}

export interface VisibleRow {
  readonly row: readonly CellConfig[];
  readonly index: number;
}

export function createSheets(config: DashboardConfig): ReadonlyMap<string, Sheet> {
  return new Map(
    config.worksheets.map(({ name, columns, rows }) => {
      const filters = config.filters
        .filter(({ worksheets }) => worksheets.includes(name))
        .map(({ field, values, exclude = false }): [string, SheetFilter] => [
          field,
          { field, values: values === undefined ? null : new Set(values), exclude },
        ]);
      return [
        name,
        { name, columns, rows, selected: new Set<number>(), filters: new Map(filters) },
      ];
    }),
  );
}

/** A field by its name, with or without brackets. */
export function columnOf(sheet: Sheet, field: string): number {
  const plain = field.replace(/^\[|\]$/g, '');
  return sheet.columns.findIndex(({ name }) => name === plain);
}

export function visibleRows(sheet: Sheet): VisibleRow[] {
  const passes = (row: readonly CellConfig[]): boolean =>
    [...sheet.filters.values()].every(({ field, values, exclude }) => {
      const column = columnOf(sheet, field);
      // A worksheet may be filtered by a field that is not among its columns.
      if (values === null || column < 0) return true;
      return values.has(String(row[column])) !== exclude;
    });
  return sheet.rows.map((row, index) => ({ row, index })).filter(({ row }) => passes(row));
}
