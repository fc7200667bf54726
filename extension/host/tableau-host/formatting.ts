import type { HostFonts, Theme } from '../dashboard-host.ts';
import { isRecord } from '../unknown-values.ts';

export interface Look {
  readonly fonts: HostFonts | null;
  /** Dark where the workbook writes in a light colour. */
  readonly theme: Theme;
}

const DARK_INK = 0.5;

/** How the workbook looks, as far as it says: older ones say nothing, and no workbook says its background. */
export function lookOf(formatting: unknown): Look {
  const found = isRecord(formatting) ? formatting.formattingSheets : null;
  const sheets: readonly unknown[] = Array.isArray(found) ? found : [];
  const styleOf = (name: string): Record<string, unknown> | null => {
    const sheet = sheets.find((each) => isRecord(each) && each.classNameKey === name);
    return isRecord(sheet) && isRecord(sheet.cssProperties) ? sheet.cssProperties : null;
  };
  const text = styleOf('tableau-worksheet');
  const title = styleOf('tableau-dashboard-title') ?? styleOf('tableau-worksheet-title');
  const fonts = { title: familyOf(title?.fontFamily), text: familyOf(text?.fontFamily) };
  const light = lightness(text?.color) ?? lightness(title?.color) ?? 0;
  return {
    fonts: fonts.title === null && fonts.text === null ? null : fonts,
    theme: light > DARK_INK ? 'dark' : 'light',
  };
}

/** A family's name and nothing else: it becomes a property of the page. */
function familyOf(family: unknown): string | null {
  return typeof family === 'string' && /^[\w\s,'"-]{1,200}$/.test(family) ? family : null;
}

/** From 0, black, to 1, white; null for what is no plain colour. */
function lightness(color: unknown): number | null {
  if (typeof color !== 'string') return null;
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color);
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(color);
  const [, red, green, blue] = hex ?? rgb ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  const part = (text: string): number => Number.parseInt(text, hex === null ? 10 : 16) / 255;
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
}
