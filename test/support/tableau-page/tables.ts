import type { CellConfig } from './dashboard-config.ts';
import { visualId } from './visual-id.ts';
import { type Sheet, type SheetFilter, type VisibleRow, visibleRows } from './worksheets.ts';

/** What comes with a verb. */
export type Parameters = Readonly<Record<string, unknown>>;

const written = (cell: CellConfig): string => (cell === null ? 'Null' : String(cell));

/** Rows as the protocol sends them. */
export function tableOf(sheet: Sheet, rows: readonly VisibleRow[]) {
  return {
    name: sheet.name,
    headers: sheet.columns.map(({ name, dataType }, index) => ({
      fieldCaption: name,
      fieldName: `[${name}]`,
      dataType,
      isReferenced: true,
      index,
    })),
    dataTable: rows.map(({ row }) =>
      row.map((cell) => ({ value: cell ?? '%null%', formattedValue: written(cell) })),
    ),
    marks: rows.map(({ index }) => ({ type: 'bar', color: '#4e79a7', tupleId: index + 1 })),
  };
}

/** A selection narrows the data of a worksheet, unless it is to be ignored. */
export function summaryRows(sheet: Sheet, parameters: Parameters): VisibleRow[] {
  const rows = visibleRows(sheet);
  const narrowed = parameters['ignore-selection'] !== true && sheet.selected.size > 0;
  const wanted = narrowed ? rows.filter(({ index }) => sheet.selected.has(index)) : rows;
  const most = Number(parameters['max-rows'] ?? 0);
  return most > 0 ? wanted.slice(0, most) : wanted;
}

export function filterModel(sheet: Sheet, dashboard: string, filter: SheetFilter) {
  const { field, values, exclude } = filter;
  return {
    filterType: 'categorical',
    visualId: visualId(sheet, dashboard),
    fieldCaption: field,
    fieldName: `[${field}]`,
    isExclude: exclude,
    isAllSelected: values === null,
    values: [...(values ?? [])].map((value) => ({ value, formattedValue: value })),
  };
}
