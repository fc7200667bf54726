import type { Worksheet } from './api.ts';
import type { Patience } from './patience.ts';

/**
 * When the oldest extract behind a worksheet was refreshed, ISO 8601; null where all is live or nothing is
 * said. Slow, and it holds the worksheet up: not for the start.
 */
export async function readExtractTime(
  sheet: Worksheet,
  patience: Patience,
): Promise<string | null> {
  const sources = await patience('data sources', () => sheet.getDataSourcesAsync());
  const times = sources
    .filter(({ isExtract }) => isExtract)
    // The types say text, the library gives what Tableau sends.
    .map(({ extractUpdateTime }): unknown => extractUpdateTime)
    .map((time) =>
      time instanceof Date || typeof time === 'string' ? new Date(time).getTime() : Number.NaN,
    )
    .filter((time) => Number.isFinite(time));
  return times.length === 0 ? null : new Date(Math.min(...times)).toISOString();
}
