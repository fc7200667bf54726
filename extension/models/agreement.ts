/** How a figure of ours compares with what a worksheet of the dashboard shows for the same. */
export interface Agreement {
  readonly agrees: boolean;
  readonly worksheet: number;
}

/**
 * Whether both are the same figure once written with so many `decimals`; worksheets show more of them than we
 * keep. Null where there is nothing to compare.
 */
export function agreementOf(
  ours: number | null,
  worksheet: number | undefined,
  decimals: number,
): Agreement | null {
  if (ours === null || worksheet === undefined) return null;
  const step = 10 ** -decimals;
  return { agrees: Math.abs(ours - worksheet) <= step / 2, worksheet };
}
