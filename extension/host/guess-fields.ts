import { plainName } from './field-names.ts';
import { type FieldMapping, MAPPED_FIELDS, type MappedField } from './panel-settings.ts';
import type { HostSheet } from './summary.ts';

/** Names that a field goes by in workbooks, the surest first. */
const NAMES: Readonly<Record<MappedField, readonly string[]>> = {
  wonder_id: ['wonder id', 'fan id', 'member id'],
  sport: ['primary sport', 'sport'],
  affiliation: ['primary affiliation', 'affiliation'],
  loyalty_tier: ['loyalty tier'],
  tier: ['wonder score tier', 'wonderscore tier', 'score tier', 'tier'],
};

/** Which worksheet and field probably mean what, by their names alone. */
export function guessFields(sheets: readonly HostSheet[]): FieldMapping {
  const guessed: Partial<Record<MappedField, { worksheet: string; field: string }>> = {};
  for (const field of MAPPED_FIELDS) {
    const found = NAMES[field].flatMap((name) => placesOf(sheets, name))[0];
    if (found !== undefined) guessed[field] = found;
  }
  return guessed;
}

function placesOf(sheets: readonly HostSheet[], name: string) {
  return sheets.flatMap((sheet) =>
    sheet.columns
      // A count of ids is a number, and no id.
      .filter((column) => column.type !== 'number' && plainName(column.name) === name)
      .map((column) => ({ worksheet: sheet.name, field: column.name })),
  );
}
