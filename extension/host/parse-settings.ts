import { FIGURES } from './dashboard-host.ts';
import {
  DEFAULT_SETTINGS,
  type FieldSource,
  MAPPED_FIELDS,
  type PanelSettings,
  type SheetField,
} from './panel-settings.ts';
import { isRecord, textOrNull } from './unknown-values.ts';

const VERSION = 1;

/** Whatever was kept, as settings: what cannot be read is at its default. A later version's extras are left out. */
export function parseSettings(data: unknown): PanelSettings {
  if (!isRecord(data)) return DEFAULT_SETTINGS;
  return {
    service: textOrNull(data.service),
    department: textOrNull(data.department),
    theme: data.theme === 'light' || data.theme === 'dark' ? data.theme : null,
    orb: data.orb === true,
    fields: pick(MAPPED_FIELDS, data.fields, parseSource),
    figures: pick(FIGURES, data.figures, parseSheetField),
  };
}

/** The settings as the workbook keeps them: one text under one key. */
export function settingsFromText(text: string | undefined): PanelSettings {
  if (text === undefined || text === '') return DEFAULT_SETTINGS;
  try {
    return parseSettings(JSON.parse(text));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

export function settingsToText(settings: PanelSettings): string {
  return JSON.stringify({ version: VERSION, ...settings });
}

function pick<K extends string, V>(
  names: readonly K[],
  data: unknown,
  parse: (value: unknown) => V | null,
): Partial<Record<K, V>> {
  const found: Partial<Record<K, V>> = {};
  if (!isRecord(data)) return found;
  for (const name of names) {
    const value = parse(data[name]);
    if (value !== null) found[name] = value;
  }
  return found;
}

function parseSource(data: unknown): FieldSource | null {
  const parameter = isRecord(data) ? textOrNull(data.parameter) : null;
  return parameter === null ? parseSheetField(data) : { parameter };
}

function parseSheetField(data: unknown): SheetField | null {
  if (!isRecord(data)) return null;
  const worksheet = textOrNull(data.worksheet);
  const field = textOrNull(data.field);
  return worksheet === null || field === null ? null : { worksheet, field };
}
