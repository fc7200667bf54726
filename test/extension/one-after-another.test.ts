import { expect, it } from 'vitest';
import { oneAfterAnother } from '../../extension/panels/shared/one-after-another.ts';

it('sets one full stop between what is said, whether it ends with one or not', () => {
  expect(oneAfterAnother('Inactive: 2 members', [])).toBe('Inactive: 2 members');
  expect(oneAfterAnother('Inactive: 2 members', ['It is old.', 'Not filtered'])).toBe(
    'Inactive: 2 members. It is old. Not filtered',
  );
  expect(oneAfterAnother('Fewer than 10 are not shown.', ['It is old.'])).toBe(
    'Fewer than 10 are not shown. It is old.',
  );
});
