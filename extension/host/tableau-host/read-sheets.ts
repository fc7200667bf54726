import type { Column } from '@tableau/extensions-api-types';
import { sameField } from '../field-names.ts';
import type { HostColumn, HostSheet } from '../summary.ts';
import { isFunction, type Worksheet } from './api.ts';
import type { Patience } from './patience.ts';

const TYPES: Readonly<Record<string, HostColumn['type']>> = {
  string: 'text',
  int: 'number',
  float: 'number',
  date: 'date',
  'date-time': 'date',
};

/**
 * Worksheets with their columns and the fields they are filtered by, which need be no columns. A worksheet
 * that does not say is one without columns.
 */
export function readSheets(
  worksheets: readonly Worksheet[],
  patience: Patience,
): Promise<readonly HostSheet[]> {
  return Promise.all(
    worksheets.map(async (sheet): Promise<HostSheet> => {
      const [columns, filters] = await Promise.all([
        columnsOf(sheet, patience).catch(() => []),
        filterFields(sheet, patience).catch(() => []),
      ]);
      const isNew = (name: string) => !columns.some((column) => sameField(column.name, name));
      const more = filters.filter(isNew).map((name): HostColumn => ({ name, type: 'text' }));
      return { name: sheet.name, columns: [...columns, ...more] };
    }),
  );
}

async function columnsOf(sheet: Worksheet, patience: Patience): Promise<HostColumn[]> {
  const what = `the columns of ${sheet.name}`;
  const columns = isFunction(sheet, 'getSummaryColumnsInfoAsync')
    ? await patience(what, () => sheet.getSummaryColumnsInfoAsync())
    : (await patience(what, () => sheet.getSummaryDataAsync({ maxRows: 1 }))).columns;
  return columns.map(({ fieldName, dataType }: Column) => ({
    name: fieldName,
    type: TYPES[dataType] ?? 'other',
  }));
}

async function filterFields(sheet: Worksheet, patience: Patience): Promise<string[]> {
  const filters = await patience(`the filters of ${sheet.name}`, () => sheet.getFiltersAsync());
  return [...new Set(filters.map(({ fieldName }) => fieldName))];
}
