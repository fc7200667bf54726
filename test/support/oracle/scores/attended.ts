import type { Attendance } from '../facts.ts';

/** With an event, and no_show not true. */
export function isAttended(row: Attendance): boolean {
  return row.event !== null && row.noShow !== true;
}
