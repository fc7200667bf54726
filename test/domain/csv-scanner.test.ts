import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CsvRecord, CsvScanner, splitRecord } from '../../server/domain/csv-scanner.ts';

function scan(text: string, pieceSize = 7): (CsvRecord & { values: string[] })[] {
  const found: (CsvRecord & { values: string[] })[] = [];
  const scanner = new CsvScanner((bytes, record) => {
    const raw = Buffer.from(bytes.slice(record.start, record.end)).toString('utf8');
    found.push({ ...record, values: splitRecord(raw) });
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceSize) {
    scanner.push(bytes.subarray(at, at + pieceSize));
  }
  scanner.end();
  return found;
}

it.each(['\n', '\r\n', '\r'])('counts lines with line end %j', (end) => {
  const records = scan(['a,b', `1,"x${end}y"`, '', '2,z', '3,'].join(end));
  expect(records.map(({ line }) => line)).toEqual([1, 2, 5, 6]);
  expect(records.map(({ values }) => values)).toEqual([
    ['a', 'b'],
    ['1', `x${end}y`],
    ['2', 'z'],
    ['3', ''],
  ]);
});

it('tells a record whose quote is never closed and one with text after a quote', () => {
  const records = scan('a,b\n"1"x,2\n3,"4\n5,6\n');
  expect(records.map(({ line, flaw }) => [line, flaw])).toEqual([
    [1, undefined],
    [2, 'text_after_quote'],
    [3, 'unclosed_quote'],
  ]);
});

it('reads back whatever was written, in pieces of any size', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', '😀') });
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), (written, size) => {
      const quoted = written.map((row) => row.map((f) => `"${f.replaceAll('"', '""')}"`).join(','));
      const read = scan(quoted.join('\r\n'), size);
      expect(read.map(({ values }) => values)).toEqual(written);
      expect(read.map(({ fields }) => fields)).toEqual(written.map((row) => row.length));
    }),
  );
});
