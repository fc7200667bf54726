import type { ApiTrouble } from '../../api/api-error.ts';
import type { NoRings } from '../../models/rings-data.ts';
import type { Subject } from '../../models/subject.ts';
import type { Format } from '../../ui/format.ts';
import { troubleWords, type Words } from '../../ui/trouble-words.ts';
import { noMatchWords, tooFewWords } from '../shared/nobody-words.ts';

/** A fan nobody knows is no failure of the service; null for any other trouble. */
export function unknownFanWords({ kind }: ApiTrouble, subject: Subject): Words | null {
  if (kind !== 'not_found') return null;
  const { title, text } = troubleWords(kind, 'Scores');
  return subject.mode === 'fan'
    ? {
        title: 'No score for this fan',
        text: `Nothing is known about ${subject.wonderId}. ${text}`,
      }
    : { title, text };
}

/** Why there is nobody to show. */
export function nobodyWords(none: NoRings, format: Format): Words {
  return none.reason === 'no_match' ? noMatchWords(none.filters) : tooFewWords(none, format);
}
