import type { ApiTrouble } from '../../api/api-error.ts';
import type { Format } from '../../ui/format.ts';
import { troubleWords, type Words } from '../../ui/trouble-words.ts';

/** Where no one is signed in; `sought` is what they came to see. */
export function signedOutWords(expired: boolean, sought: string): Words {
  return expired
    ? { title: 'Your session ended', text: 'Sign in again to keep working. Your filters are kept.' }
    : { ...troubleWords('signed_out', sought), title: `Sign in to see ${sought}` };
}

export function failureWords(trouble: ApiTrouble, things: string, format: Format): Words {
  const { kind, detail, retryAfter } = trouble;
  const { title, text } = troubleWords(kind, things);
  const said = kind === 'refused' && detail !== null ? ` ${detail}` : '';
  const again = retryAfter === null ? '' : ` We try again in ${format.count(retryAfter)} seconds.`;
  return { title, text: `${text}${said}${again}` };
}
