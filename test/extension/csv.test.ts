import { expect, it } from 'vitest';
import { toCsv } from '../../extension/ui/csv.ts';

it('quotes what needs it and keeps numbers plain', () => {
  expect(
    toCsv([
      ['a', 'b'],
      [1.5, null],
      ['x,y', 'say "hi"'],
    ]),
  ).toBe('a,b\r\n1.5,\r\n"x,y","say ""hi"""\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('starts no formula with %s', (text) => {
  expect(toCsv([[text]]).startsWith(`'${text}`)).toBe(true);
});

it('leaves a negative number a number', () => expect(toCsv([[-5]])).toBe('-5\r\n'));
