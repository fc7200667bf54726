import { InvalidArgumentError, Option } from 'commander';
import { isCalendarDay } from '../../domain/run.ts';
import { parseText } from './parse-text.ts';

/** A calendar day; 2025-02-30 is none. */
export function parseDay(text: string): string {
  if (isCalendarDay(text)) return text;
  throw new InvalidArgumentError('It must be a day of the calendar, as YYYY-MM-DD.');
}

/** A whole number in a range. */
export function parseWhole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** `--database FILE`, which every command takes. */
export function databaseOption(): Option {
  return new Option(
    '--database <file>',
    'the DuckDB file (default: DUCKDB_PATH, else wonder.duckdb in DATA_DIR)',
  ).argParser(parseText('It must name a file.'));
}
