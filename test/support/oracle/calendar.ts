const MILLISECONDS_A_DAY = 86_400_000;

/** A calendar day as the number of days since 1970-01-01; null when the text is no day. */
export function dayOfDate(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match === null ? null : dayOf([Number(match[1]), Number(match[2]), Number(match[3])]);
}

/** The day of a `date_key`, or null for one that is on no calendar, such as 20250230. */
export function dayOfKey(key: number): number | null {
  return dayOf([Math.floor(key / 10_000), Math.floor(key / 100) % 100, key % 100]);
}

/** 'YYYY-MM-DD' of a day. */
export function dateOfDay(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function dayOf([year, month, date]: readonly [number, number, number]): number | null {
  if (year < 1 || year > 9999) return null;
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return exists ? moment.getTime() / MILLISECONDS_A_DAY : null;
}
