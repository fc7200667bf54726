import { FIGURES, type FigureName, type HostFigures } from '../dashboard-host.ts';
import type { FigureMapping } from '../panel-settings.ts';
import { orNull } from './again.ts';
import type { Dashboard } from './api.ts';
import type { ReadSheet } from './summary-reader.ts';

export interface FigureDeps {
  readonly dashboard: Dashboard;
  readonly readSheet: ReadSheet;
}

/** Figures that worksheets show: of those with a single row, for only then is a number the whole answer. */
export async function readFigures(
  { dashboard, readSheet }: FigureDeps,
  mapping: FigureMapping,
): Promise<HostFigures> {
  const figures: Partial<Record<FigureName, number>> = {};
  for (const name of FIGURES) {
    const source = mapping[name];
    const sheet = dashboard.worksheets.find((each) => each.name === source?.worksheet);
    if (source === undefined || sheet === undefined) continue;
    const question = { worksheet: sheet.name, columns: [source.field], maxRows: 2 };
    const table = await orNull(readSheet(sheet, question));
    const value = table?.totalRows === 1 ? table.rows[0]?.[0] : undefined;
    if (typeof value === 'number' && Number.isFinite(value)) figures[name] = value;
  }
  return figures;
}
