import { describe, expect, it } from 'vitest';
import { metaSchema } from '../../server/contract/index.ts';
import { createAnswer, sendAnswer } from '../../server/http/answers.ts';
import { stalenessOf } from '../../server/http/staleness.ts';
import { scoringRules } from '../../server/usecases/scoring-rules.ts';
import { readProject } from '../support/rendered-sql.ts';

const rules = scoringRules(await readProject());
const context = { timeZone: 'UTC', reads: { rules } };
const NOON = Date.parse('2025-03-02T12:00:00Z');

const runOn = (dataAsOf: string | null) => ({
  runId: '20250301_a',
  scoreDate: '2025-03-01',
  calculatedAt: '2025-03-02T02:00:00Z',
  dataAsOf,
});

async function metaOf(dataAsOf: string | null, { isLatest = true, now = NOON } = {}) {
  const run = runOn(dataAsOf);
  const staleness = stalenessOf(context, run, isLatest);
  const answer = createAnswer({ body: {}, run, staleness, isPersonal: false });
  const options = { now, isDown: false, ifNoneMatch: null, requestId: 'r' };
  const { meta }: { meta: unknown } = JSON.parse(await sendAnswer(answer, options).text());
  return metaSchema.parse(meta);
}

describe('an answer is stale', () => {
  it('where its newest fact lies far before its score date, and says how far', async () => {
    const because =
      'The newest data in these scores is from 2025-02-21, 8 days before the score date.';
    for (const isLatest of [true, false]) {
      const old = await metaOf('2025-02-21', { isLatest });
      expect(old).toMatchObject({ stale: true, stale_because: because });
    }
    expect(await metaOf('2025-02-22')).toMatchObject({ stale: false, stale_because: null });
    expect(await metaOf(null)).toMatchObject({ stale: false });
  });

  it('first because newer scores are overdue, but for a day that was asked for', async () => {
    const now = Date.parse('2025-03-04T12:00:00Z');
    const overdue = { stale: true, stale_because: 'No newer scores have been published since.' };
    expect(await metaOf('2025-02-01', { now })).toMatchObject(overdue);
    expect(await metaOf('2025-03-01', { now })).toMatchObject(overdue);
    expect(await metaOf('2025-03-01', { now, isLatest: false })).toMatchObject({ stale: false });
  });
});
