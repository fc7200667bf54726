import type { Sheet } from './worksheets.ts';

/** How the protocol names a worksheet. */
export function visualId(sheet: Sheet, dashboard: string) {
  return { worksheet: sheet.name, dashboard };
}
