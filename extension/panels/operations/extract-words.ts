import type { ExtractList } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import type { Tone } from './mark.tsx';

type Extract = ExtractList['items'][number];

interface ToldExtract {
  readonly tone: Tone;
  readonly words: string;
}

/** What became of the last refresh of an extract. */
export function extractWords({ last_job }: Extract, format: Format): ToldExtract {
  if (last_job === null) return { tone: 'quiet', words: 'Not refreshed yet' };
  const at = last_job.finished_at ?? last_job.started_at;
  const moment = at === null ? '' : format.moment(at);
  switch (last_job.status) {
    case 'succeeded':
      return { tone: 'good', words: moment };
    case 'queued':
      return { tone: 'running', words: 'Waiting in Tableau' };
    case 'running': {
      const { progress } = last_job;
      const done = progress === null || progress === 0 ? '' : `, ${format.weight(progress / 100)}`;
      return { tone: 'running', words: `Running${done}` };
    }
    case 'cancelled':
      return { tone: 'quiet', words: 'Cancelled' };
    case 'timed_out':
      return { tone: 'bad', words: 'Not over in time' };
    default:
      return { tone: 'bad', words: 'Failed' };
  }
}
