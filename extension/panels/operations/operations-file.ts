import type { Run } from '../../../server/contract/index.ts';
import { type CsvCell, type NamedText, toCsv } from '../../ui/csv.ts';
import { fileStem } from '../../ui/file-stem.ts';
import { reasonOf } from './run-result.ts';

const HEAD: readonly CsvCell[] = [
  'run_id',
  'score_date',
  'trigger',
  'started_at',
  'finished_at',
  'status',
  'published',
  'fans',
  'reason',
  'stage',
  'stage_status',
  'stage_rows',
  'stage_attempts',
  'stage_seconds',
  'stage_remark',
];

/** The listed runs as a CSV file, a row for each stage of each. */
export function operationsFile(runs: readonly Run[], day: string): NamedText {
  const rows = runs.flatMap((run) => {
    const about: readonly CsvCell[] = [
      run.run_id,
      run.score_date,
      run.trigger,
      run.started_at,
      run.finished_at,
      run.status,
      run.published ? 'yes' : 'no',
      run.fans,
      reasonOf(run),
    ];
    return run.stages.map((stage): readonly CsvCell[] => [
      ...about,
      stage.name,
      stage.status,
      stage.rows,
      stage.attempts,
      stage.duration_ms === null ? null : stage.duration_ms / 1000,
      stage.error ?? stage.skipped_because,
    ]);
  });
  return { name: operationsFileName(day, 'csv'), text: toCsv([HEAD, ...rows]) };
}

export function operationsFileName(day: string, ending: 'csv' | 'png'): string {
  return `${fileStem('operations', day)}.${ending}`;
}
