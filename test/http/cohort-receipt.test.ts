import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cohortReceiptSchema, cohortSchema } from '../../server/contract/index.ts';
import { openSmall } from '../support/small-service.ts';
import type { TestService } from '../support/test-service.ts';

let small: Awaited<ReturnType<typeof openSmall>>;
let service: TestService;

beforeAll(async () => {
  small = await openSmall();
  service = small.service();
}, 60_000);
afterAll(() => small?.deps.warehouse.close());

const SCORES = ['wonder', 'engagement', 'loyalty', 'value', 'sentiment', 'advocacy'] as const;

describe('the receipt of a group', () => {
  it.each(['', '?sport=Football'])('adds up to its averages, and says so: %s', async (query) => {
    const cohort = cohortSchema.parse(await service.json(`/api/v1/cohort${query}`));
    const receipt = cohortReceiptSchema.parse(await service.json(`/api/v1/cohort/receipt${query}`));
    expect(receipt.fans).toBe(cohort.fans);
    expect(receipt.scores.map(({ score }) => score)).toEqual(SCORES);
    for (const { score, value, points_total, lines } of receipt.scores) {
      expect(value, score).toBe(Reflect.get(cohort, `${score}_score`));
      expect(points_total, score).toBe(value);
      const cents = lines.reduce((sum, line) => sum + Math.round(line.points * 100), 0);
      expect(cents, score).toBe(Math.round(value * 100));
      // An input that few have would tell of few.
      expect(lines.map(({ input }) => input)).toEqual(lines.map(() => null));
    }
  });

  it('is not written of too few, and of nobody', async () => {
    const few = await service.json(
      '/api/v1/cohort/receipt?sport=Football&affiliation=Alumni&tier=Elite&loyalty_tier=Gold',
    );
    const cohort = await service.json(
      '/api/v1/cohort?sport=Football&affiliation=Alumni&tier=Elite&loyalty_tier=Gold',
    );
    expect(cohortReceiptSchema.parse(few).suppressed).toBe(cohortSchema.parse(cohort).suppressed);
    expect(few).toMatchObject({ scores: [] });
    expect(await service.json('/api/v1/cohort/receipt?sport=Bowling')).toMatchObject({
      fans: 0,
      scores: [],
    });
  });
});
