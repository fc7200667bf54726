/** What a written figure says, whatever its spelling. */
export interface Written {
  /** Below or above the figure: <0.1% is not 0.1%. */
  readonly bound?: '<' | '>';
  readonly kind: 'plain' | 'money' | 'percent';
  readonly value: number;
  /** K, M or B where it is written short: $1.24M is not $1,240,000, which claims more digits. */
  readonly scale: '' | 'K' | 'M' | 'B';
}

const SHAPE =
  /^(?<bound>[<>])?(?<money>(?:US)?\$)?\s?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?<scale>thousand|million|billion|bn|[KkMmB])?\s?(?<percent>%|percent|per cent)?$/;

const SCALES: ReadonlyMap<string, Written['scale']> = new Map([
  ['thousand', 'K'],
  ['k', 'K'],
  ['million', 'M'],
  ['m', 'M'],
  ['billion', 'B'],
  ['bn', 'B'],
  ['b', 'B'],
]);

/** A figure in digits; null for one with a sign, a tilde or digits grouped in another way. */
export function writtenFigure(text: string): Written | null {
  const parts = SHAPE.exec(text)?.groups;
  if (parts === undefined) return null;
  const { bound, money, percent, digits = '', scale = '' } = parts;
  if (money !== undefined && percent !== undefined) return null;
  return {
    ...(bound === '<' || bound === '>' ? { bound } : {}),
    kind: money !== undefined ? 'money' : percent !== undefined ? 'percent' : 'plain',
    value: Number(digits.replaceAll(',', '')),
    scale: SCALES.get(scale.toLowerCase()) ?? '',
  };
}

const UNITS =
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number from 1 to 99 in words, "twenty-eight" as one; undefined for any other word. */
export function wordNumber(word: string): Written | undefined {
  const plain = (value: number): Written => ({ kind: 'plain', value, scale: '' });
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return plain(unit + 1);
  const [tens = '', rest] = word.split('-');
  const ten = TENS.indexOf(tens);
  if (ten < 0) return undefined;
  if (rest === undefined) return plain((ten + 2) * 10);
  const last = UNITS.indexOf(rest);
  return last < 0 || last > 8 ? undefined : plain((ten + 2) * 10 + last + 1);
}

/** Whether both say the same, in the same unit and with the same scale. */
export function saysSame(one: Written, other: Written): boolean {
  return (
    one.bound === other.bound &&
    one.kind === other.kind &&
    one.scale === other.scale &&
    one.value === other.value
  );
}
