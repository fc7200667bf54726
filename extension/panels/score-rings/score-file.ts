import type { RingsData } from '../../models/rings-data.ts';
import type { Receipts } from '../../models/score-rings.ts';
import { type CsvCell, type NamedText, toCsv } from '../../ui/csv.ts';
import { fileStem } from '../../ui/file-stem.ts';
import { cohortName } from '../shared/subject-words.ts';
import { scoreRows } from './score-rows.ts';

/** Change, weight, points, own data and fans are today's only; their fields are empty on past days. */
const NOT_OF_HISTORY: readonly CsvCell[] = [null, null, null, null, null];

/** What the rings show as a CSV file: the scores, then the days of the trend. */
export function scoreFile(data: RingsData, receipt: Receipts | null): NamedText {
  const { subject, meta } = data;
  const about = subject.mode === 'fan' ? subject.wonderId : cohortName(subject.filters);
  const rows: CsvCell[][] = [
    ['about', 'score_date', 'score', 'value', 'change', 'weight', 'points', 'own_data', 'fans'],
    ...scoreRows(data, receipt).map((row): CsvCell[] => [
      about,
      meta.score_date,
      row.name,
      row.value,
      row.change === null ? null : cents(row.change),
      row.weight,
      row.points,
      row.ownData === null ? null : row.ownData ? 'yes' : 'no',
      row.fans,
    ]),
    ...data.trend.map((day): CsvCell[] => [
      about,
      day.date,
      'WonderScore history',
      day.value,
      ...NOT_OF_HISTORY,
    ]),
  ];
  return { name: `${fileStem('wonderscore', about, meta.score_date)}.csv`, text: toCsv(rows) };
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}
