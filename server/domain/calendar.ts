import { addDays } from './run.ts';

/** The calendar day that a moment (ms since 1970 UTC) falls on in a time zone. */
export function dayIn(timeZone: string, moment: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment);
}

function offsetAt(timeZone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(moment / 1000) * 1000;
}

/** The moment (ms since 1970 UTC) at which a calendar day ends in a time zone, clock changes included. */
export function endOfDay(timeZone: string, date: string): number {
  const utc = Date.parse(`${addDays(date, 1)}T00:00:00Z`);
  const guess = utc - offsetAt(timeZone, utc);
  const end = utc - offsetAt(timeZone, guess);
  // Where the clocks go forward at midnight, the next day begins with the hour after it.
  return dayIn(timeZone, end) > date ? end : guess;
}

/** The last day that is over in a time zone: what a run without a date scores. */
export function lastCompleteDay(timeZone: string, moment: number): string {
  return addDays(dayIn(timeZone, moment), -1);
}
