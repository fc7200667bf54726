import { FIGURES, type FigureName, type HostFigures } from '../host/dashboard-host.ts';

/** How a figure of ours compares with what a worksheet of the dashboard shows for the same. */
export interface Agreement {
  readonly figure: FigureName;
  readonly agrees: boolean;
  readonly worksheet: number;
}

/** What a panel shows of the figures that worksheets may show, too; null: hidden, or not known. */
export type OwnFigures = Readonly<Partial<Record<FigureName, number | null>>>;

/**
 * Whether worksheets show what we show: the first figure that differs, else the first that agrees. Null where
 * there is nothing to compare. Worksheets have more decimals than are written: a score has one, the rest none.
 */
export function agreementOf(worksheets: HostFigures, ours: OwnFigures): Agreement | null {
  const compared = FIGURES.flatMap((figure): Agreement[] => {
    const own = ours[figure] ?? null;
    const worksheet = worksheets[figure];
    if (own === null || worksheet === undefined) return [];
    const apart = figure === 'wonder_score' ? 0.05 : 0.5;
    return [{ figure, worksheet, agrees: Math.abs(own - worksheet) <= apart }];
  });
  return compared.find(({ agrees }) => !agrees) ?? compared[0] ?? null;
}
