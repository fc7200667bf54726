import type { Run } from '../../../server/contract/index.ts';
import type { OperationsData } from '../../models/operations.ts';
import type { Format } from '../../ui/format.ts';
import { durationWords, tookOf } from './durations.ts';
import { reasonOf } from './run-result.ts';

export interface Headline {
  /** What happened. */
  readonly lead: string;
  /** What it means. */
  readonly rest: string;
  readonly tone: 'good' | 'bad' | 'quiet';
}

const ENDS = {
  succeeded: 'succeeded',
  refused: 'was refused',
  failed: 'failed',
  cancelled: 'was cancelled',
  queued: 'is to come',
  running: 'is running',
} as const;

/** The last run that is over, in two sentences. */
export function headlineOf({ runs, operations }: OperationsData, format: Format): Headline {
  const last = runs.find(({ status }) => status !== 'running' && status !== 'queued');
  if (last === undefined) {
    return runs.length === 0
      ? { lead: 'No run yet.', rest: 'Start one to publish scores.', tone: 'quiet' }
      : { lead: 'The first run is on its way.', rest: '', tone: 'quiet' };
  }
  const lead = `Run for ${format.day(last.score_date)} ${ENDS[last.status]}.`;
  if (last.status === 'succeeded') {
    const failed = last.stages.some(({ status }) => status === 'failed');
    return {
      lead,
      rest: failed ? `${scored(last, format)} ${reasonOf(last) ?? ''}` : scored(last, format),
      tone: failed ? 'bad' : 'good',
    };
  }
  const stay = operations.published?.score_date;
  const kept = stay === undefined ? '' : ` Scores of ${format.day(stay)} stay published.`;
  const tone = last.status === 'cancelled' ? 'quiet' : 'bad';
  return { lead, rest: `${reasonOf(last) ?? ''}${kept}`.trim(), tone };
}

function scored(run: Run, format: Format): string {
  const took = tookOf(run);
  const fans = `${format.count(run.fans ?? 0)} fans scored`;
  return took === null ? `${fans}.` : `${fans} in ${durationWords(took, format)}.`;
}
