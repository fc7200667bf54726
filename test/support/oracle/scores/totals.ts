import { countDistinct, sum } from '../aggregates.ts';
import type { Population } from '../population.ts';
import { isAttended } from './attended.ts';

/** Totals of a fan's whole past up to the as-of day. */
export function totalPast({ fans }: Population) {
  return fans.map((fan) => ({
    lifetime_value: sum(fan.spend.map((row) => row.net)),
    total_events_attended: countDistinct(fan.attendance.filter(isAttended).map((row) => row.event)),
  }));
}
