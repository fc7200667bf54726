/** What a written figure says, whatever its spelling. */
export interface Written {
  /** Below or above the figure: <0.1% is not 0.1%. */
  readonly bound?: '<' | '>';
  /** "about 1,200", "just over 1,200", "nearly 1,200". */
  readonly hedge?: 'about' | 'over' | 'under';
  /** Of "+412": a change, and which way. */
  readonly sign?: 'up' | 'down';
  readonly kind: 'plain' | 'money' | 'percent';
  readonly value: number;
  /** K, M or B where it is written short. */
  readonly scale: '' | 'K' | 'M' | 'B';
  /** Digits behind the point, as written. */
  readonly decimals: number;
  /** A share in words: "a quarter", "one in five". */
  readonly isShare?: boolean;
}

const SHAPE =
  /^(?<bound>[<>])?(?<sign>[-−–+])?(?<money>(?:US)?\$)?\s?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?<scale>thousand|million|billion|bn|[KkMmB])?\s?(?<percent>%|percent|per cent)?$/;

const SCALES: ReadonlyMap<string, Written['scale']> = new Map([
  ['thousand', 'K'],
  ['k', 'K'],
  ['million', 'M'],
  ['m', 'M'],
  ['billion', 'B'],
  ['bn', 'B'],
  ['b', 'B'],
]);

/** A figure in digits; null for one with a tilde or digits grouped in another way. */
export function writtenFigure(text: string): Written | null {
  const parts = SHAPE.exec(text)?.groups;
  if (parts === undefined) return null;
  const { bound, sign, money, percent, digits = '', scale = '' } = parts;
  if (money !== undefined && percent !== undefined) return null;
  return {
    ...(bound === '<' || bound === '>' ? { bound } : {}),
    ...(sign === undefined ? {} : { sign: sign === '+' ? ('up' as const) : ('down' as const) }),
    kind: money !== undefined ? 'money' : percent !== undefined ? 'percent' : 'plain',
    value: Number(digits.replaceAll(',', '')),
    scale: SCALES.get(scale.toLowerCase()) ?? '',
    decimals: digits.split('.')[1]?.length ?? 0,
  };
}

/** Whether both say the same, in the same unit and with the same scale. */
export function saysSame(one: Written, other: Written): boolean {
  return (
    one.bound === other.bound &&
    one.hedge === other.hedge &&
    one.kind === other.kind &&
    one.scale === other.scale &&
    one.value === other.value
  );
}
