export interface SvgSize {
  readonly width: number;
  readonly height: number;
}

/** A picture to keep beside a test, with numbers rounded so that engines agree. */
export function svgDocument({ width, height }: SvgSize, lines: readonly string[]): string {
  const body = lines.map((line) => line.replace(/-?\d+\.\d+/g, (text) => `${round(text)}`));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

function round(text: string): number {
  const value = Math.round(Number(text) * 100) / 100;
  return value === 0 ? 0 : value;
}
