import { fingerprint } from '../fingerprint.ts';

/** The id of what was said on a day (ISO); the key says what it is about. */
export function insightIdOf(key: string, saidOn: string): string {
  return `ins_${saidOn.replaceAll('-', '')}_${fingerprint(key)}`;
}

/** The day in an id, ISO: when it was said. Undefined where it is none of ours. */
export function saidOnOf(insightId: string): string | undefined {
  const [, year, month, day] = /^ins_(\d{4})(\d{2})(\d{2})_/.exec(insightId) ?? [];
  return day === undefined ? undefined : `${year}-${month}-${day}`;
}
