import { dayOfDate } from './calendar.ts';
import type { Cell, Row } from './csv.ts';

/** The cells of one row by declared type; a cell that is not of its type is a mistake of the caller. */
export class Cells {
  constructor(private readonly row: Row) {}

  text(column: string): string | null {
    return this.cell(column);
  }

  integer(column: string): number | null {
    const cell = this.cell(column);
    if (cell === null) return null;
    const value = Number(cell);
    if (!Number.isSafeInteger(value)) throw new Error(`${column}: '${cell}' is no whole number`);
    return value;
  }

  flag(column: string): boolean | null {
    const cell = this.cell(column);
    if (cell === null) return null;
    if (cell !== 'true' && cell !== 'false') throw new Error(`${column}: '${cell}' is no flag`);
    return cell === 'true';
  }

  /** The day number of a date. */
  day(column: string): number | null {
    const cell = this.cell(column);
    if (cell === null) return null;
    const day = dayOfDate(cell);
    if (day === null) throw new Error(`${column}: '${cell}' is no date`);
    return day;
  }

  /** Money in cents. */
  cents(column: string): bigint | null {
    const cell = this.cell(column);
    if (cell === null) return null;
    const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(cell);
    if (match === null) throw new Error(`${column}: '${cell}' is no amount of money`);
    const cents = BigInt(`${match[2]}${(match[3] ?? '').padEnd(2, '0')}`);
    return match[1] === '-' ? -cents : cents;
  }

  private cell(column: string): Cell {
    const cell = this.row[column];
    if (cell === undefined) throw new Error(`no column ${column}`);
    return cell;
  }
}
