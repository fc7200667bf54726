import { dateOfDay } from '../calendar.ts';
import type { Cell } from '../csv.ts';
import type { Random } from './random.ts';

/** The edges of every window of the specification, as days before the as-of day, and some others. */
const EDGES = [
  ...[-1, 0, 0, 1, 29, 30, 31, 32, 59, 60, 61, 89, 90, 91, 92],
  ...[-30, -365, 45, 75, 120, 364, 365, 366, 800],
];

const IMPOSSIBLE_KEYS = [
  ...['20250230', '20250229', '20230229', '20240230', '20240431', '20241301', '20250001'],
  ...['20250100', '20241232', '19000229', '0', '-20250101', '2025', '202502', '99999999'],
];

const AMOUNTS = [
  ...['0', '0.00', '0.01', '0.99', '1.00', '1.01', '1', '10', '33.33', '12.35', '55.00', '100'],
  ...['250.50', '1999.99', '99999999.99'],
];

const REFUNDS = ['-0.01', '-1.00', '-55.00', '-33.33', '-100', '-99999999.99'];

/** Text that files, engines and comparisons get wrong. */
export const ODD_TEXT = [
  'Zoë "Zed" O\'Neil, Jr.',
  'Łukasz; naïve',
  'two\nlines',
  'null',
  'NULL',
  'NaN',
  '\\N',
  ' padded ',
  '北京 🏈',
  '0',
  "'; drop table dim_fan; --",
];

/** Cells of one landing: how often a column is null is settled once, so some columns are null throughout. */
export class Values {
  private readonly nullShares = new Map<string, number>();

  constructor(
    readonly random: Random,
    private readonly asOf: number,
  ) {}

  /** Null as often as the column's share says, else the value. */
  orNull(column: string, value: Cell): Cell {
    let share = this.nullShares.get(column);
    if (share === undefined) {
      share = this.random.pick([0, 0, 0.05, 0.05, 0.3, 0.3, 1]);
      this.nullShares.set(column, share);
    }
    return this.random.chance(share) ? null : value;
  }

  /** A day around the windows' edges, or anywhere near. */
  day(): number {
    const { random } = this;
    return this.asOf - (random.chance(0.6) ? random.pick(EDGES) : random.between(-3, 130));
  }

  date(): string {
    return dateOfDay(this.day());
  }

  dateKey(): Cell {
    if (this.random.chance(0.03)) return null;
    if (this.random.chance(0.05)) return this.random.pick(IMPOSSIBLE_KEYS);
    return this.date().replaceAll('-', '');
  }

  amount(): string {
    const amounts = this.random.chance(0.2) ? REFUNDS : AMOUNTS;
    const amount = this.random.pick(amounts);
    return this.random.chance(0.9) && amount.length > 9 ? '20.00' : amount;
  }
}
