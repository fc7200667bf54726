/** Text that a spreadsheet would run as a formula, also behind blanks or as a full-width sign. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** One CSV field (RFC 4180) for programs: the text itself, quoted where it must be; null is empty. */
export function exactCsvField(value: string | number | boolean | null): string {
  const text = String(value ?? '');
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One CSV field (RFC 4180) for spreadsheets. Text is made formula-safe with a leading apostrophe; null is empty. */
export function csvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  return exactCsvField(FORMULA.test(value) ? `'${value}` : value);
}

/** One CSV line, with its line end. */
export function csvLine(values: readonly (string | number | boolean | null)[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}
