import { expect, it } from 'vitest';
import { counted } from '../../server/entry/cli/counted.ts';

it('sets the noun to the count', () => {
  expect(counted(0, 'row')).toBe('0 rows');
  expect(counted(1, 'row')).toBe('1 row');
  expect(counted(1200, 'published day')).toBe('1,200 published days');
});
