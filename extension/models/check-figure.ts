import type { DashboardHost } from '../host/dashboard-host.ts';
import type { SheetField } from '../host/panel-settings.ts';

/** Whether a worksheet shows one number, and so may be a figure. */
export type FigureCheck =
  | { readonly kind: 'checking' }
  /** Not to be read: nothing speaks for or against it. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'good'; readonly value: number }
  | { readonly kind: 'wrong'; readonly rows: number };

/** Reads the figure as the panel will. Never rejects. */
export async function checkFigure(
  host: Pick<DashboardHost, 'readSummary'>,
  { worksheet, field }: SheetField,
): Promise<FigureCheck> {
  try {
    const question = { worksheet, columns: [field], maxRows: 2 };
    const { rows, totalRows } = await host.readSummary(question);
    if (totalRows !== 1) return { kind: 'wrong', rows: totalRows };
    const value = rows[0]?.[0];
    return typeof value === 'number' ? { kind: 'good', value } : { kind: 'unknown' };
  } catch {
    return { kind: 'unknown' };
  }
}
