import { expect, it } from 'vitest';
import { decimals } from '../../server/contract/decimals.ts';
import { values } from '../../server/contract/values.ts';

it('rounds what is sent to the decimals that are documented', () => {
  expect(values.share.parse(0.9304140664899999)).toBe(0.930414);
  expect(values.moneyOrNull.parse(257.4966210721433)).toBe(257.5);
  expect(values.moneyOrNull.parse(null)).toBeNull();
  expect(decimals(4).parse(586.55573)).toBe(586.5557);
  expect(values.share.safeParse(1.01).success).toBe(false);
});
