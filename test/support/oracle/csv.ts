/** A field as text; an empty one is null. */
export type Cell = string | null;

/** One record by column name. */
export type Row = Readonly<Record<string, Cell>>;

/** RFC 4180: commas, doubled quotes, line breaks inside quotes, LF or CRLF. */
export function parseCsv(text: string): Row[] {
  const [header, ...records] = splitRecords(text);
  if (header === undefined) return [];
  return records.map((fields, index) => {
    if (fields.length !== header.length) {
      throw new Error(`record ${index + 2} has ${fields.length} fields, not ${header.length}`);
    }
    const row: Record<string, Cell> = {};
    header.forEach((name, column) => {
      const field = fields[column] ?? '';
      row[name] = field === '' ? null : field;
    });
    return row;
  });
}

function splitRecords(text: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, after] = readField(text, at);
    fields.push(field);
    const next = text[after];
    if (next === ',') {
      at = after + 1;
      if (at === text.length) fields.push('');
      else continue;
    }
    records.push(fields);
    fields = [];
    at = text.startsWith('\r\n', after) ? after + 2 : after + 1;
  }
  if (fields.length > 0) records.push(fields);
  return records;
}

function readField(text: string, from: number): [field: string, after: number] {
  if (text[from] !== '"') {
    let end = from;
    while (end < text.length && !',\r\n'.includes(text.charAt(end))) end += 1;
    return [text.slice(from, end), end];
  }
  let field = '';
  let start = from + 1;
  for (;;) {
    const quote = text.indexOf('"', start);
    if (quote < 0) throw new Error(`the quote at character ${from} is never closed`);
    field += text.slice(start, quote);
    if (text[quote + 1] !== '"') return [field, quote + 1];
    field += '"';
    start = quote + 2;
  }
}
