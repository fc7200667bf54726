import type { Facts } from '../facts.ts';

/** With an event, and no_show not true. */
export function isAttended(row: Facts['attendance']): boolean {
  return row.event !== null && row.noShow !== true;
}
