import type { JSX } from 'preact';
import type { Operations } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { Mark, type Tone } from './mark.tsx';

type Source = Operations['sources'][number];

export interface SourceListProps {
  readonly operations: Operations;
  readonly format: Format;
}

/** fact_attendance: Attendance */
function sourceName({ source_table }: Source): string {
  const name = source_table.replace(/^(fact|dim)_/, '');
  return name === 'fan' ? 'Fans' : name.charAt(0).toUpperCase() + name.slice(1);
}

function toneOf({ newest_day, days_late, rows }: Source): Tone {
  if (rows === 0) return 'warn';
  if (newest_day === null) return 'quiet';
  return (days_late ?? 0) > 0 ? 'warn' : 'good';
}

function freshness({ newest_day, days_late, rows }: Source, format: Format): string {
  if (rows === 0) return 'No rows';
  if (newest_day === null) return `${format.count(rows)} rows`;
  const late = days_late ?? 0;
  const word = late === 1 ? 'day' : 'days';
  return late > 0
    ? `${format.day(newest_day)} · ${format.count(late)} ${word} late`
    : `${format.day(newest_day)} · ${format.count(rows)} rows`;
}

/** How far every source reaches. */
export function SourceList({ operations, format }: SourceListProps): JSX.Element {
  return (
    <section class="ops-list ops-sources" aria-label="Source freshness">
      <h2>Source freshness</h2>
      <ul>
        {operations.sources.map((source) => {
          const tone = toneOf(source);
          return (
            <li key={source.source_table}>
              <Mark tone={tone} />
              <span class="ops-name">{sourceName(source)}</span>
              <span class={tone === 'warn' ? 'ops-value ops-text-warn' : 'ops-value'}>
                {freshness(source, format)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
