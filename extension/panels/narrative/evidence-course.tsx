import type { JSX } from 'preact';
import type { InsightItem } from '../../../server/contract/index.ts';
import { Trend } from '../../chart/trend.tsx';
import type { Format } from '../../ui/format.ts';

export interface EvidenceCourseProps {
  readonly insight: InsightItem;
  readonly format: Format;
}

const DAY_MS = 86_400_000;

/** The published figures of every day that a trend was found in; nothing for other insights. */
export function EvidenceCourse({ insight, format }: EvidenceCourseProps): JSX.Element | null {
  const { series = [], facts } = insight.evidence;
  const [first, last] = [series[0], series.at(-1)];
  if (first === undefined || last === undefined || series.length < 2) return null;
  const written = (id: string) => facts.find((fact) => fact.id === id)?.text ?? '';
  const ends = [
    { when: format.day(first.day), value: written('first') },
    { when: format.day(last.day), value: written('last') },
  ] as const;
  const [start, end] = ends;
  return (
    <div class="evidence-course">
      <Trend
        points={series.map(({ day, value }) => ({ at: Date.parse(day) / DAY_MS, value }))}
        label={`${insight.metric_label}: ${start.value} on ${start.when}, ${end.value} on ${end.when}`}
        ends={ends}
      />
    </div>
  );
}
