import { expect, it } from 'vitest';
import { listColumns } from '../../extension/panels/churn/list-columns.tsx';
import { createFormat } from '../../extension/ui/format.ts';
import { churnFans } from '../support/churn-answers.ts';

const format = createFormat({ locale: 'en-US', today: new Date('2025-03-02T00:00:00Z') });

function column(key: string, byValue: boolean) {
  const found = listColumns(format, byValue).find((each) => each.key === key);
  if (found === undefined) throw new Error(`no column ${key}`);
  return found;
}

it('tells value at risk where it is predicted, and sorts by it', () => {
  const [fan] = churnFans().items;
  if (fan === undefined) throw new Error('no example of a fan');
  const { head, sortBy, cell } = column('value', true);
  expect([head, sortBy, cell(fan)]).toEqual(['Value at risk', 'value_at_risk', '$748']);
  expect(cell({ ...fan, value_at_risk: null })).toBe('–');
  expect(column('risk', true).sortBy).toBeNull();
});

it('tells what was spent where nothing is predicted, and sorts by risk', () => {
  const [fan] = churnFans().items;
  if (fan === undefined) throw new Error('no example of a fan');
  const { head, sortBy, cell } = column('value', false);
  expect([head, sortBy, cell(fan)]).toEqual(['Spent', null, '$1,840']);
  expect(column('risk', false).sortBy).toBe('churn_risk');
});
