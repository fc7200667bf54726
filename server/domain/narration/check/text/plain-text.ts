/** Longest text that is taken, in characters. */
export const LONGEST_TEXT = 900;

/** Letters, digits and the marks of a sentence; a bound or a plus only right before a figure, no other brackets of markup, no bullets, no controls, no bidi marks. */
const ALLOWED = /^(?:[\p{L}\p{M}\p{Nd} .,;:!?%$()'’"“”&–—−-]|[<>](?=\d)|\+(?=[\d$]))*$/u;
const LINK = /https?|www\.|\p{L}\.\p{L}|@|:\/\//iu;
const LIST_ITEM = /^\s*(?:[-–—]|\d+[.)])\s/;

/** What keeps a text from being plain prose; undefined where nothing does. */
export function findMarkup(text: string): string | undefined {
  if (text.length === 0) return 'empty';
  if (text.length > LONGEST_TEXT) return 'too long';
  if (!ALLOWED.test(text)) return 'a character that is not plain text';
  if (LINK.test(text)) return 'a link';
  if (LIST_ITEM.test(text)) return 'a list';
  return undefined;
}
