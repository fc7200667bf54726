import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cohortSchema } from '../../server/contract/index.ts';
import { openSmall, SMALL_DAYS } from '../support/small-service.ts';

let small: Awaited<ReturnType<typeof openSmall>>;
beforeAll(async () => {
  small = await openSmall();
}, 60_000);
afterAll(() => small.deps.warehouse.close());

const [MONTH_AGO, YESTERDAY, TODAY] = SMALL_DAYS;

/** Gives every fan of a past day this sport, except the first few, who get another. */
async function resort(day: string, most: string, { few, count }: { few: string; count: number }) {
  await small.deps.warehouse.execute({
    sql: `update analytics.mart_wonderscore_daily set primary_sport = case when wonder_id in (
        select wonder_id from analytics.mart_wonderscore_daily where score_date = cast(? as date)
        order by wonder_id limit ${count}) then ? else ? end
      where score_date = cast(? as date)`,
    binds: [day, few, most, day],
  });
}

async function cohort(query: string) {
  const service = small.service();
  return cohortSchema.parse(await service.json(`/api/v1/cohort${query}`));
}

const daysOf = ({ history }: { history: readonly { score_date: string }[] }) =>
  history.map((day) => day.score_date);

describe('a past day of a group', () => {
  it('is shown where the group was large, and so was the rest', async () => {
    const shown = await cohort('?sport=Football');
    expect(daysOf(shown)).toEqual(SMALL_DAYS);
    expect(shown.change?.since).toBe(MONTH_AGO);
  });

  it('is hidden where the rest was small: the whole less the group would be those few', async () => {
    await resort(YESTERDAY, 'Football', { few: 'Basketball', count: 9 });
    expect(daysOf(await cohort('?sport=Football'))).toEqual([MONTH_AGO, TODAY]);
    expect(daysOf(await cohort(''))).toEqual(SMALL_DAYS);
    await resort(YESTERDAY, 'Football', { few: 'Basketball', count: 10 });
    expect(daysOf(await cohort('?sport=Football'))).toEqual(SMALL_DAYS);
  });

  it('is hidden where the rest of a wider group was small', async () => {
    await resort(YESTERDAY, 'Football', { few: 'Basketball', count: 300 });
    const few = (sport: string, limit: number) =>
      small.deps.warehouse.execute({
        sql: `update analytics.mart_wonderscore_daily set loyalty_tier = 'Gold' where score_date = cast(? as date)
          and primary_sport = ? and wonder_id not in (select wonder_id from analytics.mart_wonderscore_daily
            where score_date = cast(? as date) and primary_sport = ? order by wonder_id limit ${limit})`,
        binds: [YESTERDAY, sport, YESTERDAY, sport],
      });
    await small.deps.warehouse.execute({
      sql: "update analytics.mart_wonderscore_daily set loyalty_tier = 'Anchor' where score_date = cast(? as date)",
      binds: [YESTERDAY],
    });
    await few('Football', 5);
    expect(daysOf(await cohort('?sport=Football&loyalty_tier=Gold'))).not.toContain(YESTERDAY);
    expect(daysOf(await cohort('?sport=Football'))).toContain(YESTERDAY);
  });

  it('gives no change where it is the day to compare with', async () => {
    await resort(MONTH_AGO, 'Football', { few: 'Basketball', count: 9 });
    const football = await cohort('?sport=Football');
    expect(football.change).toBeNull();
    expect(football.wonder_score).not.toBeNull();
    const basketball = await cohort('?sport=Basketball');
    expect([basketball.change, daysOf(basketball).includes(MONTH_AGO)]).toEqual([null, false]);
    expect((await cohort('')).change?.since).toBe(MONTH_AGO);
  });
});
