import type { Operations } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import type { Tone } from './mark.tsx';

type Source = Operations['sources'][number];

/** fact_attendance: Attendance */
export function sourceName({ source_table }: Source): string {
  const name = source_table.replace(/^(fact|dim)_/, '');
  return name === 'fan' ? 'Fans' : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Empty or late is a warning. */
export function sourceTone({ newest_day, days_late, rows }: Source): Tone {
  if (rows === 0) return 'warn';
  if (newest_day === null) return 'quiet';
  return (days_late ?? 0) > 0 ? 'warn' : 'good';
}

/** How far a source reaches, and how much it holds. */
export function sourceFreshness({ newest_day, days_late, rows }: Source, format: Format): string {
  if (rows === 0) return 'No rows';
  if (newest_day === null) return `${format.count(rows)} rows`;
  const late = days_late ?? 0;
  const word = late === 1 ? 'day' : 'days';
  return late > 0
    ? `${format.day(newest_day)} · ${format.count(late)} ${word} late`
    : `${format.day(newest_day)} · ${format.count(rows)} rows`;
}
