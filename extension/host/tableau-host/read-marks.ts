import type { MarksCollection } from '@tableau/extensions-api-types';
import { FILTER_FIELDS } from '../dashboard-host.ts';
import { sameField } from '../field-names.ts';
import type { FieldMapping, SheetField } from '../panel-settings.ts';
import type { MarkedValues } from './read-filters.ts';

export interface SheetMarks {
  readonly worksheet: string;
  /** Null where the dashboard did not say. */
  readonly marks: MarksCollection | null;
}

/** More selected fans than this are "many" to everyone who asks. */
const MOST_FANS = 1000;

/** The fans whose marks are selected; null where the dashboard did not say. */
export function selectedFans(
  sheets: readonly SheetMarks[],
  { wonder_id: source }: FieldMapping,
): readonly string[] | null {
  if (source === undefined || 'parameter' in source) return [];
  return valuesIn(sheets, source)?.slice(0, MOST_FANS) ?? null;
}

/** Values of our fields whose marks are selected on worksheets that are no list of fans. */
export function markedValues(
  sheets: readonly SheetMarks[],
  fields: FieldMapping,
): readonly MarkedValues[] {
  const fan = fields.wonder_id;
  const fanSheet = fan !== undefined && 'worksheet' in fan ? fan.worksheet : null;
  return FILTER_FIELDS.flatMap((field) => {
    const source = fields[field];
    if (source === undefined || 'parameter' in source || source.worksheet === fanSheet) return [];
    const values = valuesIn(sheets, source) ?? [];
    return values.length === 0 ? [] : [{ field, values }];
  });
}

/** Different values of a column among the selected marks; a sheet without a selection has empty tables. */
function valuesIn(
  sheets: readonly SheetMarks[],
  { worksheet, field }: SheetField,
): string[] | null {
  const sheet = sheets.find((each) => each.worksheet === worksheet);
  if (sheet === undefined || sheet.marks === null) return null;
  const values = new Set<string>();
  for (const table of sheet.marks.data) {
    const index = table.columns.findIndex((column) => sameField(column.fieldName, field));
    if (index < 0) continue;
    for (const row of table.data) {
      const value: unknown = row?.[index]?.nativeValue;
      if (typeof value === 'string' && value !== '') values.add(value);
    }
  }
  return [...values];
}
