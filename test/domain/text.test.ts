import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvField, csvLine } from '../../server/domain/csv.ts';
import { decodeCursor, encodeCursor } from '../../server/domain/cursor.ts';
import { fingerprint } from '../../server/domain/fingerprint.ts';

describe('csv', () => {
  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ["O'Neil, Ann", `"O'Neil, Ann"`],
    ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'],
  ])('makes text %j safe', (text, field) => {
    expect(csvField(text)).toBe(field);
  });

  it('leaves numbers alone and nulls empty', () => {
    expect(csvLine([-20, 0, null, true, 'x'])).toBe('-20,0,,true,x\r\n');
  });
});

describe('cursor', () => {
  it('comes back as it was, with any text in it', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (a, b) => {
          const cursor = {
            runId: 'run1',
            sort: '-wonder_score',
            filter: a,
            last: ['74.20', b] as const,
          };
          const text = encodeCursor(cursor);
          expect(text).toMatch(/^[\w-]+$/);
          expect(decodeCursor(text)).toEqual(cursor);
        },
      ),
    );
  });

  it('is nothing when it is not ours', () => {
    for (const text of [
      '',
      '!',
      'abc',
      btoa('{}'),
      btoa('[1,2,3,4,5]'),
      btoa('["a"]'),
      btoa('["run1", "-wonder_score", "", "74.20", "W1", "W2"]'),
      'x'.repeat(2000),
    ]) {
      expect(decodeCursor(text.replace(/=+$/, ''))).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (text) => decodeCursor(text) === undefined));
  });
});

it('fingerprints tell texts apart', () => {
  const texts = Array.from({ length: 20_000 }, (_, i) => `{"wonder_score":${i / 100}}`);
  expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
  expect(fingerprint('a')).toMatch(/^[0-9a-f]{16}$/);
});
