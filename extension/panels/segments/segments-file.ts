import type { SegmentList } from '../../../server/contract/index.ts';
import { type CsvCell, type NamedText, toCsv } from '../../ui/csv.ts';
import { fileStem } from '../../ui/file-stem.ts';

/** Sizes of the segments on every day that is known, newest first, as a CSV file. */
export function segmentsFile({ items, meta }: SegmentList): NamedText {
  const head: CsvCell[] = ['segment', 'rule', 'score_date', 'members', 'share', 'change'];
  const rows = items.flatMap(({ segment, rule, share, change, history }) =>
    [...history].reverse().map(({ score_date, fans }): CsvCell[] =>
      // Share and change are of the day of the scores.
      score_date === meta.score_date
        ? [segment, rule, score_date, fans, share, change]
        : [segment, rule, score_date, fans, null, null],
    ),
  );
  return { name: segmentFileName('all', meta.score_date, 'csv'), text: toCsv([head, ...rows]) };
}

/** What a file about a segment is called; `all` for all of them. */
export function segmentFileName(segment: string, date: string, ending: 'csv' | 'png'): string {
  return `${fileStem('segments', segment, date)}.${ending}`;
}
