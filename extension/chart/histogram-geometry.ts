export interface Bin {
  readonly from: number;
  readonly to: number;
  /** From the foot of the bar up; null: too few to be shown. */
  readonly parts: readonly { readonly key: string; readonly count: number | null }[];
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

export interface BarPart {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Histogram {
  readonly bars: readonly BarPart[];
  readonly grid: readonly { readonly y: number; readonly count: number }[];
  /** Where a value of the axis lies. */
  readonly x: (value: number) => number;
  /** The value of the axis at a place. */
  readonly valueAt: (x: number) => number;
}

const GAP = 2;
const LINES = 3;
const AXIS = { from: 0, to: 100 } as const;

/** Bars of bins on an axis from 0 to 100, their parts one above the other, with round lines behind them. */
export function histogram(bins: readonly Bin[], { width, height }: PlotSize): Histogram {
  const total = (bin: Bin): number => bin.parts.reduce((sum, part) => sum + (part.count ?? 0), 0);
  const most = Math.max(...bins.map(total), 1);
  const step = roundStep(most / LINES);
  const top = Math.max(Math.ceil(most / step) * step, step);
  const x = (value: number): number => round((value / (AXIS.to - AXIS.from)) * width);
  const lift = (count: number): number => (count / top) * height;
  const bars = bins.flatMap((bin) => {
    const left = x(bin.from) + GAP / 2;
    const across = Math.max(x(bin.to) - x(bin.from) - GAP, 1);
    let foot = 0;
    return bin.parts.flatMap(({ key, count }): BarPart[] => {
      if (count === null || count === 0) return [];
      const from = lift(foot);
      foot += count;
      const to = lift(foot);
      return [
        { key, x: left, y: round(height - to), width: round(across), height: round(to - from) },
      ];
    });
  });
  const lines = Array.from({ length: Math.round(top / step) }, (_, index) => (index + 1) * step);
  return {
    bars,
    grid: lines.map((count) => ({ count, y: round(height - lift(count)) })),
    x,
    valueAt: (place) => Math.min(Math.max(place / width, 0), 1) * AXIS.to,
  };
}

/** 1, 2 or 5 times a power of ten, not below `value`, and no part of a fan. */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  const found = [1, 2, 5, 10].find((times) => times * power >= value) ?? 10;
  return Math.max(found * power, 1);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
