import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scoreRecordSchema } from '../../server/contract/index.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openSmall } from '../support/small-service.ts';
import type { TestService } from '../support/test-service.ts';

let small: Awaited<ReturnType<typeof openSmall>>;
let service: TestService;
let paths: string[];
beforeAll(async () => {
  small = await openSmall();
  const rows = await small.deps.warehouse.query({
    sql: 'select distinct wonder_id from analytics.mart_wonderscore_daily order by wonder_id limit 300',
  });
  paths = rows.map((row) => `/api/v1/scores/${row.wonder_id}`);
}, 60_000);
beforeEach(() => {
  service = small.service();
});
afterAll(() => small.deps.warehouse.close());

const first = () => paths[0] ?? '';
const queriesOf = (name: string) =>
  service.weather.asked.filter(({ sql }) => sql.includes(name)).length;

describe('a burst', () => {
  it('of 500 equal cold requests is one query, and all are answered alike', async () => {
    await service.context.publications.current();
    service.weather.asked.length = 0;
    service.weather.delayMs = 20;
    const answers = await Promise.all(Array.from({ length: 500 }, () => service.get(first())));
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(service.weather.asked).toHaveLength(1);
    expect(texts.size).toBe(1);
  });

  it('whose query fails shares the failure, and the next request asks again', async () => {
    await service.context.publications.current();
    service.weather.asked.length = 0;
    service.weather.isDown = true;
    const answers = await Promise.all(Array.from({ length: 50 }, () => service.get(first())));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(service.weather.asked).toHaveLength(1);
    service.weather.isDown = false;
    service.time.now += 5000;
    expect((await service.get(first())).status).toBe(200);
  });

  it('beyond capacity is shed at once with Retry-After, and the service recovers', async () => {
    service = small.service({ running: 2, waiting: 4 });
    await service.context.publications.current();
    service.weather.delayMs = 30;
    const answers = await Promise.all(paths.slice(0, 60).map((path) => service.get(path)));
    const shed = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
    expect(shed).toHaveLength(54);
    expect(shed[0]?.headers.get('retry-after')).toBe('1');
    expect((await service.get(paths[100] ?? '')).status).toBe(200);
  });
});

describe('a slow warehouse', () => {
  it('is called off at the deadline and answered with 504', async () => {
    service = small.service({ deadlineMs: 40 });
    await service.context.publications.current();
    service.weather.delayMs = 5000;
    const answer = await service.get(first());
    expect(answer.status).toBe(504);
    expect(await answer.json()).toMatchObject({ code: 'timed_out' });
    expect(service.weather.cancelled).toBe(1);
  });

  it('is called off for predictions too', async () => {
    service = small.service({ deadlineMs: 40 });
    await service.context.publications.current();
    service.weather.delayMs = 5000;
    const answer = await service.app.request('/api/v1/predictions/churn', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-demo-role': 'executive' },
      body: JSON.stringify({ wonder_ids: ['W0001'] }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([504, { code: 'timed_out' }]);
  });

  it('does not hold up what is cached, nor health', async () => {
    await service.get(first());
    service.weather.delayMs = 3000;
    let isOver = false;
    const slow = paths.slice(1, 9).map((path) =>
      service.get(path).finally(() => {
        isOver = true;
      }),
    );
    service.time.now += 2500;
    expect((await service.get('/healthz')).status).toBe(200);
    expect((await service.get(first())).status).toBe(200);
    expect(isOver).toBe(false);
    service.weather.delayMs = 0;
    await Promise.all(slow);
  });
});

describe('ETag', () => {
  it('stays while only the age changes, and answers 304', async () => {
    const before = await service.get(first());
    service.time.now += 60_000;
    const after = await service.get(first());
    const etag = before.headers.get('etag') ?? '';
    expect(after.headers.get('etag')).toBe(etag);
    const [a, b] = [await before.json(), await after.json()].map((x) => scoreRecordSchema.parse(x));
    expect((b?.meta.age_seconds ?? 0) - (a?.meta.age_seconds ?? 0)).toBe(60);
    for (const given of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const answer = await service.get(first(), { 'if-none-match': given });
      expect([answer.status, await answer.text()]).toEqual([304, '']);
    }
    expect((await service.get(first(), { 'if-none-match': 'W/"x"' })).status).toBe(200);
  });

  it('changes when the answer becomes stale', async () => {
    const fresh = (await service.get(first())).headers.get('etag');
    service.time.now += 3 * 86_400_000;
    expect((await service.get(first())).headers.get('etag')).not.toBe(fresh);
  });
});

describe('lists of fans', () => {
  it.each([
    ['/api/v1/fans?limit=3', 1],
    ['/api/v1/segments/inactive?limit=3', 1],
    ['/api/v1/fans?contactable=true', 2],
    ['/api/v1/fans?%63ontactable=true', 2],
    ['/api/v1/segments/inactive?department=marketing', 2],
  ])('%s is read %i times in two minutes', async (path, times) => {
    await service.context.publications.current();
    for (let minute = 0; minute < 2; minute += 1) {
      expect((await service.get(path)).status).toBe(200);
      service.time.now += 60_000;
    }
    expect(queriesOf('page as (')).toBe(times);
  });
});

describe('age', () => {
  it('makes an answer stale 36 hours after its day ended in the time zone, not before', async () => {
    service.time.now = Date.parse('2025-03-03T17:59:00Z');
    expect(await service.json(first())).toMatchObject({
      meta: { stale: false, stale_because: null },
    });
    service.time.now = Date.parse('2025-03-03T18:00:00Z');
    expect(await service.json(first())).toMatchObject({
      meta: { stale: true, stale_because: 'No newer scores have been published since.' },
    });
  });
});

describe('a warehouse that is down', () => {
  it('leaves cached answers, marked stale, and 503 for the rest; then all is well again', async () => {
    await service.get(first());
    service.weather.isDown = true;
    service.time.now += 5000;
    expect(await service.json(first())).toMatchObject({ meta: { stale: true } });
    const other = await service.get(paths[1] ?? '');
    expect(other.status).toBe(503);
    expect(Number(other.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await other.text()).not.toMatch(/select|\/work|Error:/i);
    expect((await service.get('/healthz')).status).toBe(200);
    const ready = await service.get('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ checks: { warehouse: { status: 'failed' } } });
    service.weather.isDown = false;
    service.time.now += 5000;
    expect(await service.json(first())).toMatchObject({ meta: { stale: false } });
    expect((await service.get(paths[1] ?? '')).status).toBe(200);
  });

  it('is probed by one request at a time', async () => {
    await service.get(first());
    service.weather.isDown = true;
    service.time.now += 5000;
    await service.get(first());
    service.weather.asked.length = 0;
    service.time.now += 5000;
    await Promise.all(paths.slice(0, 100).map((path) => service.get(path)));
    expect(service.weather.asked).toHaveLength(1);
  });

  it('at start is 503 and not a crash', async () => {
    service.weather.isDown = true;
    expect((await service.get(first())).status).toBe(503);
    expect((await service.get('/metrics')).status).toBe(200);
  });
});

describe('publishing', () => {
  it('of a day again is seen at once, also where the newest day stays the same', async () => {
    const path = '/api/v1/segments?score_date=2025-02-28';
    const before = await service.json(path);
    await runScoring(small.deps, { scoreDate: '2025-02-28', trigger: 'cli' });
    service.context.publications.invalidate();
    const after = await service.json(path);
    expect(after).not.toEqual(before);
    expect(after).toMatchObject({ meta: { score_date: '2025-02-28' } });
    expect(queriesOf('ever_published')).toBe(2);
  });
});

describe('the summary of churn', () => {
  const asked = async (query: string, headers = {}) => {
    service.time.now += 61_000;
    service.weather.asked.length = 0;
    await service.json(`/api/v1/churn/summary${query}`, headers);
    return { contacts: queriesOf('contactable_fans'), drivers: queriesOf('sampled') };
  };

  it('reads anew only whom one may write to, where all fans are seen and the run is the same', async () => {
    for (const query of ['', '?sport=Football']) {
      expect(await asked(query)).toEqual({ contacts: 1, drivers: 2 });
      expect(await asked(query)).toEqual({ contacts: 1, drivers: 0 });
    }
  });

  it('reads all of it anew for a lead, whose fans are decided by what holds now', async () => {
    const lead = { 'x-demo-role': 'lead', 'x-demo-departments': 'athletics' };
    for (let time = 0; time < 2; time += 1) {
      expect(await asked('', lead)).toEqual({ contacts: 1, drivers: 2 });
    }
  });
});
