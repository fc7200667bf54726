import { Cron } from 'croner';
import type { Schedule } from '../../ports/schedule.ts';

/** Whether a text is five fields of cron. */
export function isCronPattern(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    return new Cron(text, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

/** A cron pattern in a time zone. A time that a clock change leaves out is due when that hour ends. */
export function createCronSchedule(pattern: string, timeZone: string): Schedule {
  const cron = new Cron(pattern, { timezone: timeZone, paused: true });
  return {
    next: (after) => cron.nextRun(new Date(after))?.getTime(),
    // It looks at whole seconds before the one it is given.
    lastUpTo: (moment) =>
      cron
        .previousRuns(2, new Date(moment + 1000))
        .map((date) => date.getTime())
        .find((time) => time <= moment),
  };
}
