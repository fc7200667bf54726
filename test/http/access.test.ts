import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fanListSchema, segmentListSchema } from '../../server/contract/index.ts';
import { createApp } from '../../server/http/app.ts';
import type { Route } from '../../server/http/route.ts';
import { openSmall } from '../support/small-service.ts';
import type { TestService } from '../support/test-service.ts';

let small: Awaited<ReturnType<typeof openSmall>>;
let service: TestService;
let id: string;
beforeAll(async () => {
  small = await openSmall();
  service = small.service();
  const page = fanListSchema.parse(await service.json('/api/v1/fans?limit=1&sport=Football'));
  id = page.items[0]?.wonder_id ?? '';
}, 60_000);
afterAll(() => small.deps.warehouse.close());

const as = (role: string, departments = 'athletics') => ({
  'x-demo-role': role,
  'x-demo-departments': departments,
});

/** Spec: who may see what. Order: executive, lead (athletics), admin. */
const MATRIX: readonly (readonly [string, readonly number[]])[] = [
  ['/api/v1/scores/ID', [200, 200, 403]],
  ['/api/v1/scores/ID/receipt', [200, 200, 403]],
  ['/api/v1/scores/ID/history', [200, 200, 403]],
  ['/api/v1/scores/ID/change', [200, 200, 403]],
  ['/api/v1/fans', [200, 200, 403]],
  ['/api/v1/fans/ID', [200, 200, 403]],
  ['/api/v1/cohort', [200, 200, 403]],
  ['/api/v1/cohort/receipt', [200, 200, 403]],
  ['/api/v1/filters', [200, 200, 403]],
  ['/api/v1/segments', [200, 200, 403]],
  ['/api/v1/segments/elite', [200, 200, 403]],
  ['/api/v1/segments/elite/movers', [200, 200, 403]],
  ['/api/v1/segments/elite.csv', [200, 200, 403]],
  ['/api/v1/metrics/dashboard', [200, 200, 200]],
  ['/api/v1/metrics/dashboard?department=athletics', [200, 200, 200]],
  ['/api/v1/metrics/dashboard?department=finance', [200, 403, 200]],
  ['/api/v1/metrics/dashboard?department=executive', [200, 403, 200]],
  ['/api/v1/insights', [200, 200, 200]],
  ['/api/v1/insights?department=athletics', [200, 200, 200]],
  ['/api/v1/insights?department=finance', [200, 403, 200]],
  ['/api/v1/insights?department=executive', [200, 403, 200]],
  ['/api/v1/narratives/athletics', [200, 200, 200]],
  ['/api/v1/narratives/executive', [200, 403, 200]],
  ['/api/v1/narratives/finance', [200, 403, 200]],
  ['/api/v1/narratives/fan/ID', [200, 200, 403]],
  ['/api/v1/churn/summary', [200, 200, 403]],
  ['/api/v1/churn/fans', [200, 200, 403]],
  ['/api/v1/churn/fans/ID', [200, 200, 403]],
  ['/api/v1/models', [200, 403, 200]],
  ['/api/v1/runs', [200, 403, 200]],
  ['/api/v1/runs/nothing', [404, 403, 404]],
  ['/api/v1/runs/nothing/events', [404, 403, 404]],
  ['/api/v1/extracts', [403, 403, 200]],
  ['/api/v1/extracts/jobs/nothing', [403, 403, 404]],
  ['/api/v1/portal', [200, 200, 200]],
  ['/api/v1/operations', [200, 403, 200]],
];

describe('who may see what', () => {
  it.each(MATRIX)('%s', async (path, expected) => {
    const statuses = [];
    for (const role of ['executive', 'lead', 'admin']) {
      statuses.push((await service.get(path.replace('ID', id), as(role))).status);
    }
    expect(statuses).toEqual(expected);
  });

  it('every described route that needs a sign-in is in the matrix', async () => {
    const document = z
      .object({
        paths: z.record(
          z.string(),
          z.record(z.string(), z.looseObject({ 'x-roles': z.array(z.string()) })),
        ),
      })
      .parse(await service.json('/openapi.json'));
    const guarded = Object.entries(document.paths)
      .filter(([, methods]) => (methods.get?.['x-roles'] ?? []).length > 0)
      .map(([path]) => path);
    const covered = MATRIX.map(([path]) =>
      path
        .split('?')[0]
        ?.replace('/ID', '/{wonder_id}')
        .replace('/nothing', '/{id}')
        .replace('/narratives/athletics', '/narratives/{department}')
        .replace(/\/elite/, '/{name}'),
    );
    expect(guarded.filter((path) => !covered.includes(path))).toEqual([]);
  });

  it('only an admin starts a run', async () => {
    for (const role of ['executive', 'lead']) {
      const answer = await service.app.request('/api/v1/runs', {
        method: 'POST',
        headers: { ...as(role), 'content-type': 'application/json' },
        body: '{}',
      });
      expect(answer.status).toBe(403);
    }
    const audit = service.logged.filter(({ message }) => message === 'audit');
    expect(audit.slice(-2).map(({ fields }) => [fields?.subject, fields?.status])).toEqual([
      ['demo-executive', 403],
      ['demo-lead', 403],
    ]);
  });

  it('a page of another site starts nothing, and that is audited', async () => {
    const answer = await service.app.request('/api/v1/runs', {
      method: 'POST',
      headers: {
        ...as('admin'),
        'content-type': 'application/json',
        origin: 'https://evil.example',
      },
      body: '{}',
    });
    expect(answer.status).toBe(403);
    const audit = service.logged.filter(({ message }) => message === 'audit').at(-1);
    expect(audit?.fields).toMatchObject({ subject: 'demo-admin', status: 403 });
  });

  it('a role or department that does not exist gives nothing', async () => {
    expect((await service.get('/api/v1/segments', as('Admin'))).status).toBe(422);
    expect((await service.get('/api/v1/segments', as('lead', 'sales'))).status).toBe(422);
  });

  it('people with the same rows do not share figures of departments', async () => {
    const path = '/api/v1/metrics/dashboard?department=alumni';
    expect((await service.get(path, as('executive'))).status).toBe(200);
    expect((await service.get(path, as('lead', 'finance'))).status).toBe(403);
  });

  it('a route without a declared role does not start', () => {
    const undeclared: Route = {
      method: 'get',
      path: '/x',
      access: [],
      doc: { tag: 'x', summary: 'x', answers: {} },
      handle: () => new Response('x'),
    };
    expect(() => createApp(service.context, [undeclared])).toThrow('declares no role');
  });
});

describe('rows', () => {
  const sizes = async (role: string, departments?: string) =>
    segmentListSchema.parse(await service.json('/api/v1/segments', as(role, departments))).fans;

  it('are those of the departments, and never another asker’s from the cache', async () => {
    const [all] = await small.deps.warehouse.query({
      sql: `select count(*) as everyone, sum(case when d.primary_sport is not null then 1 else 0 end) as athletics,
          sum(case when d.primary_affiliation = 'Alumni' then 1 else 0 end) as alumni
        from analytics.mart_wonderscore_daily as d
        inner join analytics.score_runs as r on r.run_id = d.run_id
        where r.published and d.score_date = cast('2025-03-01' as date)`,
    });
    for (let round = 0; round < 2; round++) {
      expect(await sizes('executive')).toBe(all?.everyone);
      expect(await sizes('lead')).toBe(all?.athletics);
      expect(await sizes('lead', 'alumni')).toBe(all?.alumni);
      expect(await sizes('lead', 'finance')).toBe(all?.everyone);
    }
    const before = service.weather.asked.length;
    await sizes('lead');
    expect(service.weather.asked.length).toBe(before);
  });
});

describe('names', () => {
  const list = async (role: string, rest = '', departments?: string) =>
    fanListSchema.parse(await service.json(`/api/v1/fans?limit=500${rest}`, as(role, departments)));

  it('are shown to nobody but leads, and never in finance', async () => {
    for (const [role, departments] of [
      ['executive', 'athletics'],
      ['lead', 'finance'],
    ] as const) {
      const { items } = await list(role, '', departments);
      expect(items.filter((fan) => fan.first_name !== null || fan.last_name !== null)).toEqual([]);
    }
  });

  it('are shown where every row with either key of a fan consents', async () => {
    const { items } = await list('lead');
    const rows = await small.deps.warehouse.query({
      sql: `select m.wonder_id, min(case when f.gdpr_consent then 1 else 0 end) as consents
        from (select distinct fan_sk, wonder_id from analytics.mart_wonderscore_daily) as m
        inner join landing.dim_fan as f on f.fan_sk = m.fan_sk or f.wonder_id = m.wonder_id
        group by m.wonder_id`,
    });
    const consents = new Map(rows.map((row) => [row.wonder_id, row.consents === 1]));
    expect(items.some((fan) => fan.first_name === null)).toBe(true);
    expect(items.some((fan) => fan.first_name !== null)).toBe(true);
    for (const fan of items) {
      expect(fan.first_name !== null, fan.wonder_id).toBe(consents.get(fan.wonder_id));
    }
  });

  it('cannot be searched by those who may not see them', async () => {
    const named = (await list('lead')).items.find((fan) => fan.last_name !== null);
    const q = `&q=${named?.last_name}`;
    expect((await list('lead', q)).items.map((fan) => fan.wonder_id)).toContain(named?.wonder_id);
    expect((await list('executive', q)).total).toBe(0);
    expect(
      (await list('executive', `&q=${named?.wonder_id.slice(3, 9).toUpperCase()}`)).total,
    ).toBe(1);
  });

  it('leave an audit line without the name', async () => {
    service.logged.length = 0;
    await service.get(`/api/v1/fans/${id}`, as('lead'));
    await service.get(`/api/v1/fans/${id}`, as('executive'));
    const lines = service.logged.filter(({ message }) => message === 'audit');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.fields).toMatchObject({ subject: 'demo-lead', status: 200 });
    expect(JSON.stringify(lines)).not.toMatch(/First\d|Last\d/);
  });

  it('are gone within a minute of a withdrawn consent', async () => {
    const named = (await list('lead')).items.find((fan) => fan.first_name !== null);
    const path = `/api/v1/fans/${named?.wonder_id}`;
    expect(await service.json(path, as('lead'))).toMatchObject({ first_name: named?.first_name });
    const set = (value: boolean) =>
      small.deps.warehouse.execute({
        sql: 'update landing.dim_fan set gdpr_consent = ? where wonder_id = ?',
        binds: [value, named?.wonder_id ?? ''],
      });
    await set(false);
    service.time.now += 61_000;
    expect(await service.json(path, as('lead'))).toMatchObject({ first_name: null });
    await set(true);
  });

  it('are gone, and the row too, by a copy that shares the wonder_id alone', async () => {
    const named = (await list('lead')).items.find((fan) => fan.last_name !== null);
    const wonderId = named?.wonder_id ?? '';
    const copy = (consent: boolean, sport: string | null) =>
      small.deps.warehouse.execute({
        sql: `insert into landing.dim_fan (fan_sk, wonder_id, first_name, last_name, gdpr_consent, primary_sport)
          values (777777, ?, 'Aaron', 'Aardvark', ?, ?)`,
        binds: [wonderId, consent, sport],
      });
    const removeCopy = () =>
      small.deps.warehouse.execute({ sql: 'delete from landing.dim_fan where fan_sk = 777777' });
    const path = `/api/v1/fans/${wonderId}`;
    const answers = async () => {
      service.time.now += 61_000;
      const listed = (await list('lead')).items.find((fan) => fan.wonder_id === wonderId);
      const file = await service.get('/api/v1/segments/inactive.csv', as('lead'));
      expect(file.status).toBe(200);
      expect(await file.text()).not.toContain('Aardvark');
      const answer = await service.get(path, as('lead'));
      return { listed, status: answer.status, profile: await answer.json() };
    };
    const { first_name, last_name } = named ?? {};
    await copy(true, 'Football');
    expect(await answers()).toMatchObject({
      listed: { first_name, last_name },
      profile: { first_name, last_name },
    });
    await removeCopy();
    await copy(false, 'Football');
    const nameless = { first_name: null, last_name: null };
    expect(await answers()).toMatchObject({ listed: nameless, profile: nameless });
    expect((await list('lead', `&q=${last_name}`)).items.map((fan) => fan.wonder_id)).not.toContain(
      wonderId,
    );
    await removeCopy();
    await copy(true, null);
    expect(await answers()).toMatchObject({ listed: undefined, status: 404 });
    await removeCopy();
  });

  it('are of one row: the first of one copy never goes with the last of another', async () => {
    const named = (await list('lead')).items.find((fan) => fan.last_name !== null);
    await small.deps.warehouse.execute({
      sql: `insert into landing.dim_fan (fan_sk, wonder_id, first_name, last_name, account_created_date, gdpr_consent, primary_sport)
        select fan_sk, wonder_id, 'Aaron', 'Zzyzx', cast('2030-01-01' as date), true, 'Football'
        from landing.dim_fan where wonder_id = ? limit 1`,
      binds: [named?.wonder_id ?? ''],
    });
    service.time.now += 61_000;
    const { first_name, last_name } = named ?? {};
    expect(await service.json(`/api/v1/fans/${named?.wonder_id}`, as('lead'))).toMatchObject({
      first_name,
      last_name,
    });
    await small.deps.warehouse.execute({
      sql: "delete from landing.dim_fan where last_name = 'Zzyzx'",
    });
  });
});
