import { expect, it } from 'vitest';
import { insightFeedbackSchema, insightListSchema } from '../../server/contract/index.ts';
import { INSIGHT_TYPES } from '../../server/domain/insights/insight-names.ts';
import { insightList } from '../support/insight-answers.ts';

it('the answer that panels are tested with is one of the service, with every type', () => {
  const list = insightListSchema.parse(insightList());
  expect(list.items.map((item) => item.insight_type).sort()).toEqual([...INSIGHT_TYPES].sort());
  expect(list.items.every(({ evidence }) => evidence.facts.length > 0)).toBe(true);
});

it('feedback is one of three verdicts, with a reason of at most 500 characters', () => {
  expect(insightFeedbackSchema.parse({ verdict: 'known', reason: ' Rivalry week ' })).toEqual({
    verdict: 'known',
    reason: 'Rivalry week',
  });
  const wrong = [{}, { verdict: 'meh' }, { verdict: 'useful', reason: 'x'.repeat(501) }];
  for (const body of [
    ...wrong,
    { verdict: 'useful', fan: 'W1' },
    { verdict: 'known', reason: ' ' },
  ]) {
    expect(insightFeedbackSchema.safeParse(body).success, JSON.stringify(body)).toBe(false);
  }
});
