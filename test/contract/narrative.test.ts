import { expect, it } from 'vitest';
import { narrativeSchema } from '../../server/contract/index.ts';
import { narrative, writtenNarrative } from '../support/narrative-answers.ts';

it.each([narrative(), writtenNarrative()])(
  'the made narrative %# is one of the contract',
  (made) => {
    expect(narrativeSchema.parse(made)).toEqual(made);
    const ids = new Set(made.facts.map(({ id }) => id));
    const figures = made.sentences.flatMap(({ segments }) => segments);
    expect(figures.every(({ fact_id }) => fact_id === null || ids.has(fact_id))).toBe(true);
  },
);
