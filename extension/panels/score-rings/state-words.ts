import type { ApiTrouble } from '../../api/api-error.ts';
import type { NoRings } from '../../models/rings-data.ts';
import type { Subject } from '../../models/subject.ts';
import type { Format } from '../../ui/format.ts';
import { troubleWords, type Words } from '../../ui/trouble-words.ts';
import { filtersInWords } from './subject-words.ts';

export function signedOutWords(expired: boolean): Words {
  return expired
    ? { title: 'Your session ended', text: 'Sign in again to keep working. Your filters are kept.' }
    : troubleWords('signed_out', 'Scores');
}

export function failureWords(trouble: ApiTrouble, subject: Subject, format: Format): Words {
  const { kind, detail, retryAfter } = trouble;
  const { title, text } = troubleWords(kind, 'Scores');
  if (kind === 'not_found' && subject.mode === 'fan') {
    return {
      title: 'No score for this fan',
      text: `Nothing is known about ${subject.wonderId}. ${text}`,
    };
  }
  const said = kind === 'refused' && detail !== null ? ` ${detail}` : '';
  const again = retryAfter === null ? '' : ` We try again in ${format.count(retryAfter)} seconds.`;
  return { title, text: `${text}${said}${again}` };
}

/** Why there is nobody to show. */
export function nobodyWords({ reason, filters, minimum }: NoRings, format: Format): Words {
  const narrowed = filtersInWords(filters);
  if (reason === 'too_few') {
    const rule = `Averages of fewer than ${format.count(minimum)} members are not shown.`;
    return {
      title: 'Too few fans to average',
      text: narrowed === '' ? rule : `${narrowed}. ${rule}`,
    };
  }
  if (narrowed === '') {
    return { title: 'No fans yet', text: 'The last scoring run found nobody to score.' };
  }
  const together = Object.keys(filters).length > 1 ? 'Together they leave' : 'That leaves';
  return { title: 'No fans match these filters', text: `${narrowed}. ${together} no one.` };
}
