import { expect, it } from 'vitest';
import { EvidenceBars } from '../../extension/panels/narrative/evidence-bars.tsx';
import type { InsightItem } from '../../server/contract/index.ts';
import { insightList } from '../support/insight-answers.ts';

type Fact = InsightItem['evidence']['facts'][number];

/** Where the zero of each bar is, where the bar begins and how long it is. */
function bars(values: readonly (number | null)[]): unknown[] {
  const [fact] = insightList().items.flatMap(({ evidence }) => evidence.facts);
  if (fact === undefined) throw new Error('no example of a fact');
  const facts = values.map((value, index): Fact => ({ ...fact, id: `fact_${index}`, value }));
  const drawn: unknown[] = [];
  JSON.stringify(EvidenceBars({ facts }), (key, value) => {
    if (key === 'style') drawn.push(...Object.values(value));
    return value;
  });
  return drawn;
}

it('are as long as their figures, from the zero on', () => {
  expect(bars([30, 60])).toEqual([...['0%', '0%', '50%'], ...['0%', '0%', '100%']]);
});

it('of what falls go to the left of the zero', () => {
  expect(bars([-10, 30])).toEqual([...['25%', '0%', '25%'], ...['25%', '25%', '75%']]);
});

it('of nothing have no length', () => {
  expect(bars([0, null])).toEqual([...['0%', '0%', '0%'], ...['0%', '0%', '0%']]);
});
