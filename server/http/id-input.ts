import { WonderError } from '../domain/errors.ts';

const MAX_ID_LENGTH = 128;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in an id
const CONTROL = /[\u0000-\u001f\u007f]/;

/** An id from the path: any text that could be one. */
export function parseId(field: string, text: string | undefined): string {
  if (text !== undefined && text.length <= MAX_ID_LENGTH && !CONTROL.test(text)) return text;
  throw new WonderError('invalid_value', {
    detail: 'This cannot be an id.',
    problems: [
      {
        field,
        message: 'is too long or holds control characters',
        allowed: `up to ${MAX_ID_LENGTH} characters`,
      },
    ],
  });
}
