import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runDetailSchema, runListSchema } from '../../server/contract/index.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';
import { createTestService, type TestService } from '../support/test-service.ts';

const SCORED_AT = Date.parse('2025-03-02T08:00:00Z');
const MANIFEST = 'test/golden/data/tiny/manifest.json';

const count = z.int().default(0);
const manifestSchema = z.object({
  tables: z.record(
    z.string(),
    z.object({
      rows: z.int(),
      duplicates: count,
      out_of_range: count,
      unknown_fan: count,
      no_date: count,
      after_D: count,
    }),
  ),
});

let deps: RunDeps;
let service: TestService;
beforeAll(async () => {
  deps = await openScoredWarehouse({ data: 'tiny', days: [], clock: { now: () => SCORED_AT } });
  service = createTestService(deps);
}, 60_000);
afterAll(() => deps.warehouse.close());

const read = async (runId: string) =>
  runDetailSchema.parse(await service.json(`/api/v1/runs/${runId}`));

describe('a run', () => {
  it('that never came to read its data has no quality of it', async () => {
    const calledOff = runScoring(deps, {
      scoreDate: '2025-03-01',
      trigger: 'cli',
      runId: '20250301_off',
      signal: AbortSignal.abort(),
    });
    await expect(calledOff).rejects.toMatchObject({ code: 'cancelled' });
    expect(await read('20250301_off')).toMatchObject({ status: 'cancelled', data_quality: [] });
  });

  it('says of each landing table what the manifest of the golden data says', async () => {
    const { run_id } = await runScoring(deps, { scoreDate: '2025-03-01', trigger: 'cli' });
    const manifest = manifestSchema.parse(JSON.parse(await readFile(MANIFEST, 'utf8')));
    const expected = Object.entries(manifest.tables).map(([source_table, said]) => ({
      source_table,
      rows_read: said.rows,
      duplicates: said.duplicates,
      out_of_range: said.out_of_range,
      unknown_fan: said.unknown_fan,
      no_date: said.no_date,
      after_as_of: said.after_D,
      missing_key: 0,
    }));
    const run = await read(run_id);
    expect(run.data_quality).toEqual(
      expected.toSorted((a, b) => (a.source_table < b.source_table ? -1 : 1)),
    );
    expect(run).toMatchObject({ refused_because: null, overridden_because: null });
  });

  it('says why it was refused, or published all the same', async () => {
    const set = (column: string) =>
      deps.warehouse.execute({ sql: `update analytics.score_runs set ${column} = 'because'` });
    await set('refused_because');
    await set('overridden_because');
    expect(await read('20250301_off')).toMatchObject({
      refused_because: 'because',
      overridden_because: 'because',
    });
  });
});

describe('the events of a run', () => {
  it('can be asked for by HEAD any number of times: nothing is left open by it', async () => {
    const path = '/api/v1/runs/20250301_off/events';
    for (let asked = 0; asked < 60; asked += 1) {
      expect((await service.app.request(path, { method: 'HEAD' })).status).toBe(200);
    }
    const events = await service.get(path);
    expect([events.status, await events.text()]).toEqual([
      200,
      expect.stringContaining('event: end'),
    ]);
  });
});

describe('the list of runs', () => {
  it('comes in pages that join without a gap or a repeat, newest start first', async () => {
    for (const day of ['2025-02-01', '2025-02-02', '2025-02-03']) {
      await runScoring(deps, { scoreDate: day, trigger: 'cli' });
    }
    const whole = runListSchema.parse(await service.json('/api/v1/runs'));
    expect(whole.next_cursor).toBeNull();
    const ids: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < 10; page += 1) {
      const more = cursor === '' ? '' : `&cursor=${cursor}`;
      const { items, total, next_cursor } = runListSchema.parse(
        await service.json(`/api/v1/runs?limit=2${more}`),
      );
      expect(total).toBe(whole.items.length);
      expect(items.every(({ stages }) => stages.length > 0)).toBe(true);
      ids.push(...items.map(({ run_id }) => run_id));
      cursor = next_cursor;
    }
    expect(ids).toEqual(whole.items.map(({ run_id }) => run_id));
  });

  it('refuses a cursor that is none of its own', async () => {
    expect((await service.get('/api/v1/runs?cursor=abc')).status).toBe(422);
  });
});

// As "curl -X POST" asks: neither a body nor a type.
it('a run asked for without a body scores the last complete day', async () => {
  const headers = { 'x-demo-role': 'admin' };
  const answer = await service.app.request('/api/v1/runs', { method: 'POST', headers });
  expect(answer.status).toBe(202);
  // 2 am of March 2 in Chicago.
  expect(await answer.json()).toMatchObject({ score_date: '2025-03-01' });
  await service.starter.stop();
});
