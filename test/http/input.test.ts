import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATHS } from '../../server/contract/index.ts';
import { openSmall } from '../support/small-service.ts';
import type { TestService } from '../support/test-service.ts';

let small: Awaited<ReturnType<typeof openSmall>>;
let service: TestService;
beforeAll(async () => {
  small = await openSmall();
  service = small.service();
}, 60_000);
afterAll(() => small.deps.warehouse.close());

async function status(path: string): Promise<number> {
  return (await service.get(path)).status;
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  service.app.request('/api/v1/runs', {
    method: 'POST',
    headers: { 'x-demo-role': 'admin', ...headers },
    body,
  });
const json = { 'content-type': 'application/json' };

describe('numbers', () => {
  it.each(['-1', '0', '1e9', '1.5', 'NaN', '', '0x10', '1;DROP', '9'.repeat(20), '501'])(
    'limit=%s is refused',
    async (limit) => {
      expect(await status(`/api/v1/fans?limit=${encodeURIComponent(limit)}`)).toBe(422);
    },
  );

  it('a parameter given twice, or not known, is refused and named', async () => {
    expect(await status('/api/v1/fans?limit=1&limit=2')).toBe(422);
    const answer = await service.get('/api/v1/fans?sprot=Football');
    expect(await answer.json()).toMatchObject({
      errors: [{ field: 'sprot', allowed: expect.stringMatching(/^score_date, .*\bsport\b/) }],
    });
    const none = await service.get('/api/v1/models?limit=1');
    expect(await none.json()).toMatchObject({ errors: [{ field: 'limit', allowed: 'none' }] });
  });

  it('a refusal says which numbers are allowed', async () => {
    for (const limit of ['0', 'x', '501']) {
      const answer = await service.get(`/api/v1/fans?limit=${limit}`);
      expect(await answer.json()).toMatchObject({
        errors: [{ field: 'limit', allowed: 'a whole number from 1 to 500' }],
      });
    }
    const day = await service.get('/api/v1/segments?score_date=2025-02-30');
    expect(await day.json()).toMatchObject({
      errors: [{ field: 'score_date', allowed: 'a calendar day as YYYY-MM-DD' }],
    });
  });

  it('score bounds are numbers of the range', async () => {
    expect(await status('/api/v1/fans?min_score=101')).toBe(422);
    expect(await status('/api/v1/fans?min_score=-1')).toBe(422);
    expect(await status('/api/v1/fans?min_score=84.99&max_score=100')).toBe(200);
  });

  it.each([
    ['/fans?min_score=80&max_score=79.99', ['score', 80, 79.99]],
    ['/segments/elite?min_score=100&max_score=0', ['score', 100, 0]],
    ['/churn/fans?min_risk=40&max_risk=39', ['risk', 40, 39]],
  ] as const)('a range that ends before it begins is refused: %s', async (path, wrong) => {
    const [of, least, most] = wrong;
    const answer = await service.get(`/api/v1${path}`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [
        { field: `min_${of}`, message: `is above max_${of}`, allowed: `at most ${most}` },
        { field: `max_${of}`, message: `is below min_${of}`, allowed: `at least ${least}` },
      ],
    });
  });
});

describe('an upper bound of risk', () => {
  it('below those at risk is refused by its own name: the lower one was not sent', async () => {
    const answer = await service.get('/api/v1/churn/fans?max_risk=50');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      detail: 'Without min_risk the list begins at a risk of 70.',
      errors: [{ field: 'max_risk', allowed: 'at least 70; less together with min_risk' }],
    });
    expect(await status('/api/v1/churn/fans?max_risk=70')).toBe(200);
    expect(await status('/api/v1/churn/fans?min_risk=0&max_risk=50')).toBe(200);
  });
});

describe('ids', () => {
  const ids = [
    "' OR 1=1--",
    '%00',
    '%2F..%2F..',
    'x'.repeat(10_000),
    '%F0%9F%98%80',
    '%E2%80%AE',
    'e%CC%81',
    '%C3%A9',
    'WD9299737757',
    '%ff',
  ];
  it.each(ids)('%s is no fan', async (id) => {
    const text = id.startsWith('%') || id.startsWith('e%') ? id : encodeURIComponent(id);
    expect([404, 422]).toContain(await status(`/api/v1/scores/${text}`));
    expect([404, 422]).toContain(await status(`/api/v1/fans/${text}`));
  });

  it('never become text of a statement', async () => {
    const texts = new Set(service.weather.asked.map(({ sql }) => sql));
    expect([...texts].filter((sql) => /OR 1=1|W[D]9299/.test(sql))).toEqual([]);
  });

  it('unknown and out of scope answer alike', async () => {
    const rows = await small.deps.warehouse.query({
      sql: "select wonder_id from analytics.mart_wonderscore_daily where score_date = cast('2025-03-01' as date) and primary_sport is null limit 1",
    });
    const hidden = String(rows[0]?.wonder_id);
    const lead = { 'x-demo-role': 'lead', 'x-request-id': 'same' };
    const outside = await service.get(`/api/v1/scores/${hidden}`, lead);
    const unknown = await service.get('/api/v1/scores/Wnobody', lead);
    expect([outside.status, unknown.status]).toEqual([404, 404]);
    expect(await outside.text()).toBe(await unknown.text());
    expect(await status(`/api/v1/scores/${hidden}`)).toBe(200);
  });
});

describe('names of things', () => {
  it.each(['__proto__', 'constructor', 'toString', 'Elite', 'none'])(
    'segment %s does not exist',
    async (name) => {
      for (const rest of ['', '.csv', '/movers']) {
        expect(await status(`/api/v1/segments/${name}${rest}`)).toBe(404);
      }
    },
  );

  it.each([
    'metrics/dashboard?department=constructor',
    'metrics/dashboard?department=Finance',
    'fans?sort=password',
    'fans?sort=__proto__',
    'fans?tier=elite',
    'fans?__proto__=1',
    'fans?q=',
  ])('%s is refused', async (path) => {
    expect(await status(`/api/v1/${path}`)).toBe(422);
  });

  it('a refusal says what is allowed', async () => {
    const answer = await service.get('/api/v1/metrics/dashboard?department=sales');
    expect(await answer.json()).toMatchObject({
      code: 'invalid_value',
      errors: [
        { field: 'department', allowed: 'executive, athletics, marketing, finance, alumni' },
      ],
    });
  });

  it.each([
    ['q=', 'a text of at least 1 character'],
    [`q=${'x'.repeat(101)}`, 'a text of at most 100 characters'],
  ])('a refusal of %s says how long it may be', async (query, allowed) => {
    const answer = await service.get(`/api/v1/fans?${query}`);
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'q', allowed }] });
  });

  it.each([
    ['null', 'body', 'an object'],
    ['{"score_date":20261121}', 'score_date', 'a text'],
  ])('a refusal of the body %s says what it must be', async (body, field, allowed) => {
    const answer = await post(body, json);
    expect(await answer.json()).toMatchObject({ errors: [{ field, allowed }] });
  });
});

describe('days', () => {
  it.each(['2026-02-30', '9999-12-31', '2025-03-03', '2025-03-01T00:00Z', '2025-3-1', 'today'])(
    '%s is refused',
    async (day) => {
      expect(await status(`/api/v1/segments?score_date=${day}`)).toBe(422);
      const answer = await post(JSON.stringify({ score_date: day }), json);
      expect(answer.status).toBe(422);
    },
  );

  it('a day without a run has no scores', async () => {
    const answer = await service.get('/api/v1/segments?score_date=2025-02-10');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'no_scores' });
  });

  it('a past day that was scored is answered, and is not stale for being past', async () => {
    const answer = await service.json('/api/v1/segments?score_date=2025-02-28');
    expect(answer).toMatchObject({ meta: { score_date: '2025-02-28', stale: false } });
  });
});

describe('bodies', () => {
  it.each([
    ['text/plain', '{}'],
    ['application/x-www-form-urlencoded', 'score_date=2025-03-01'],
    ['application/json; charset=latin1', '{}'],
    ['', '{}'],
  ])('of type %j are refused', async (type, body) => {
    const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
    const answer = await post(new TextEncoder().encode(body), headers);
    expect(answer.status).toBe(415);
  });

  it('that are needed and left out are refused with what is missing', async () => {
    const headers = { 'x-demo-role': 'lead', 'x-demo-departments': 'athletics' };
    const answer = await service.app.request(PATHS.predictChurn, { method: 'POST', headers });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'wonder_ids' }] });
  });

  it('that are compressed are refused', async () => {
    expect((await post('{}', { ...json, 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it.each(['', '{', 'null', '[]', '"x"', '1', '['.repeat(10_000)])(
    '%.20j are refused',
    async (body) => {
      expect([400, 422]).toContain((await post(body, json)).status);
    },
  );

  it.each(['{"score_date":"2025-03-01","role":"admin"}', '{"department":"x"}', '{"__proto__":{}}'])(
    'with more than is asked for are refused: %s',
    async (body) => {
      expect((await post(body, json)).status).toBe(422);
    },
  );

  it('over 256 KB are refused, announced or not', async () => {
    const large = `{"score_date":"${'x'.repeat(300_000)}"}`;
    expect((await post(large, { ...json, 'content-length': String(large.length) })).status).toBe(
      413,
    );
    const pieces = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(32)),
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { ...json, 'x-demo-role': 'admin' },
      body: pieces,
      duplex: 'half',
    };
    expect((await service.app.request('/api/v1/runs', init)).status).toBe(413);
  });
});

describe('places and methods', () => {
  it('that do not exist are 404, as are their look-alikes', async () => {
    for (const path of ['/x', '/api/v1', '/api/v1/runs/', '//api/v1/runs', '/api/v1/%72uns/']) {
      expect(await status(path)).toBe(404);
    }
  });

  it.each([
    ['/api/v1/segments/champion', 'elite, champions, at_risk'],
    ['/api/v1/narratives/sports', 'executive, athletics, marketing, finance, alumni'],
    ['/trex/rings.trex', 'score-rings, segments, churn'],
  ])('of a few names say which there are: %s', async (path, names) => {
    const answer = await service.get(path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining(names) });
  });

  it('wrong methods are 405 with Allow', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'POST']) {
      const answer = await service.app.request('/api/v1/segments', { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
    const headers = { 'x-http-method-override': 'POST' };
    expect((await service.get('/api/v1/runs', headers)).status).toBe(200);
  });

  it('OPTIONS says what is allowed and lets no other origin in', async () => {
    const answer = await service.app.request('/api/v1/runs', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('HEAD is GET without a body', async () => {
    for (const path of ['/api/v1/segments', '/api/v1/segments/elite.csv', '/docs']) {
      const answer = await service.app.request(path, { method: 'HEAD' });
      expect([answer.status, await answer.text()]).toEqual([200, '']);
    }
  });

  it('types that are not available are 406', async () => {
    expect((await service.get('/api/v1/segments', { accept: 'text/csv' })).status).toBe(406);
    for (const accept of ['*/*', 'application/*', 'text/html, application/json;q=0.5']) {
      expect((await service.get('/api/v1/segments', { accept })).status).toBe(200);
    }
    // A weight of 0 says that the type is not taken, whatever is said of others.
    for (const accept of ['application/json;q=0', 'application/json; q=0.0, */*', '*/*;q=0']) {
      expect((await service.get('/api/v1/segments', { accept })).status).toBe(406);
    }
  });

  it('a foreign host name or a page of another site is turned away', async () => {
    expect((await service.app.request('http://evil.example/api/v1/segments')).status).toBe(403);
    const foreign = { ...json, origin: 'https://evil.example' };
    expect((await post('{}', foreign)).status).toBe(403);
    expect((await post('{}', { ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});
