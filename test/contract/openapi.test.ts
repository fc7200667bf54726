import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fanListSchema } from '../../server/contract/index.ts';
import { ERROR_CODES } from '../../server/domain/errors.ts';
import { ExtractJobs } from '../../server/usecases/extract-jobs.ts';
import { openSmall } from '../support/small-service.ts';
import type { TestService } from '../support/test-service.ts';

const operationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  'x-roles': z.array(z.string()),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  parameters: z
    .array(z.looseObject({ in: z.string(), name: z.string(), schema: z.looseObject({}) }))
    .default([]),
  responses: z.record(
    z.string(),
    z.looseObject({
      description: z.string(),
      headers: z.record(z.string(), z.looseObject({})).default({}),
      // A 304 has none.
      content: z.record(z.string(), z.object({ schema: z.looseObject({}) })).default({}),
    }),
  ),
});
const documentSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.looseObject({
    schemas: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({ name: z.string() })),
  }),
});

const EXTRACT_JOB = 'x7c2m4q9';
let small: Awaited<ReturnType<typeof openSmall>>;
let service: TestService;
let document: z.infer<typeof documentSchema>;
let id: string;
let runId: string;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

beforeAll(async () => {
  small = await openSmall();
  service = small.service();
  document = documentSchema.parse(await service.json('/openapi.json'));
  ajv.addSchema(document, 'api');
  const page = fanListSchema.parse(await service.json('/api/v1/fans?limit=1'));
  id = page.items[0]?.wonder_id ?? '';
  runId = page.meta.run_id;
  const target = { kind: 'workbook', name: 'Alumni/Giving' } as const;
  await new ExtractJobs(small.deps).create(EXTRACT_JOB, target, null);
}, 60_000);
afterAll(() => small.deps.warehouse.close());

/** A pointer into the document, to one answer's schema. */
function pointer(path: string, method: string, [status, type]: readonly [number, string]): string {
  const escaped = (text: string) =>
    encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));
  return `api#/paths/${escaped(path)}/${method}/responses/${status}/content/${escaped(type)}/schema`;
}

function placeOf(path: string): string {
  return path
    .replace('/jobs/{id}', `/jobs/${EXTRACT_JOB}`)
    .replace('{wonder_id}', id)
    .replace('{name}', 'champions')
    .replace('{department}', 'athletics')
    .replace('{id}', runId);
}

describe('the document', () => {
  it.each([
    ['ChurnPrediction', 'churn_probability', /at most six decimals/],
    ['ModelMetrics', 'mae', /at most two decimals/],
    ['ModelMetrics', 'auc', /at most 4 decimals/],
    ['Kpi', 'value', /at most four decimals/],
  ])('says to how many decimals %s.%s is sent', (schema, field, said) => {
    expect(document.components.schemas[schema]?.properties).toMatchObject({
      [field]: { description: expect.stringMatching(said) },
    });
  });

  it('is OpenAPI 3.1 by its own schema', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const validator = new Validator();
    const result = await validator.validate(z.looseObject({}).parse(document));
    expect(result.valid, JSON.stringify(result.errors)).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('says of every POST how it may be refused, and of reads that they may be unchanged', () => {
    const posts = Object.entries(document.paths).flatMap(([path, { post }]) =>
      post === undefined ? [] : [{ path, statuses: Object.keys(post.responses) }],
    );
    expect(posts.length).toBeGreaterThan(5);
    for (const { path, statuses } of posts) {
      expect(statuses, path).toEqual(expect.arrayContaining(['400', '409', '413', '415', '422']));
    }
    const read = document.paths['/api/v1/segments']?.get?.responses ?? {};
    expect(Object.keys(read)).toContain('304');
    expect(document.paths['/openapi.json']?.get?.responses[200]?.content).toEqual({
      'application/json': { schema: { type: 'object' } },
    });
  });

  it('names each operation once and says who may use it', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const ids = operations.map((operation) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.every((operation) => operation['x-roles'] !== undefined)).toBe(true);
  });

  it('says how to sign in where that is asked for', () => {
    const { securitySchemes } = document.components;
    const names = Object.values(securitySchemes).map(({ name }) => name);
    expect(names).toEqual(['x-demo-role', 'x-demo-departments']);
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const operation of Object.values(methods)) {
        const schemes = operation.security.flatMap((each) => Object.keys(each));
        expect(schemes.length > 0, path).toBe(operation['x-roles'].length > 0);
        for (const scheme of schemes) expect(securitySchemes).toHaveProperty(scheme);
      }
    }
  });

  it('declares numbers of a query as numbers with their bounds, and choices as such', () => {
    const schemaOf = (path: string, name: string) =>
      document.paths[path]?.get?.parameters.find((each) => each.name === name)?.schema;
    const description = expect.any(String);
    expect(schemaOf('/api/v1/segments', 'days')).toEqual({
      ...{ type: 'integer', minimum: 1, maximum: 800 },
      description,
    });
    expect(schemaOf('/api/v1/churn/fans', 'min_risk')).toEqual({
      ...{ type: 'number', minimum: 0, maximum: 100 },
      description,
    });
    expect(schemaOf('/api/v1/fans', 'bought')).toEqual({ type: 'boolean', description });
  });

  it('declares every parameter of a path', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        const declared = parameters.flatMap((each) => (each.in === 'path' ? [each.name] : []));
        expect(declared, path).toEqual(names);
      }
    }
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(refs.length).toBeGreaterThan(10);
    for (const [, name = ''] of refs) expect(document.components.schemas).toHaveProperty(name);
  });
});

describe('answers match it', () => {
  it('for every GET that gives JSON', async () => {
    const seen: string[] = [];
    for (const [path, { get }] of Object.entries(document.paths)) {
      const type = Object.keys(get?.responses['200']?.content ?? {})[0];
      if (type !== 'application/json' || path === '/openapi.json') continue;
      const roles = get?.['x-roles'] ?? [];
      const asAdmin = roles.length > 0 && !roles.includes('executive');
      const answer = await service.get(placeOf(path), asAdmin ? { 'x-demo-role': 'admin' } : {});
      for (const name of Object.keys(get?.responses['200']?.headers ?? {})) {
        expect(answer.headers.has(name), `${path}: ${name}`).toBe(true);
      }
      const body: unknown = await answer.json();
      const validate = ajv.getSchema(pointer(path, 'get', [200, type]));
      expect(validate?.(body), `${path}: ${ajv.errorsText(validate?.errors)}`).toBe(true);
      seen.push(path);
    }
    expect(seen.length).toBeGreaterThan(14);
  });

  it('for errors of every kind', async () => {
    const cases: readonly (readonly [string, number, Record<string, string>?])[] = [
      ['/api/v1/scores/Wnobody', 404],
      ['/api/v1/fans?limit=0', 422],
      ['/api/v1/runs', 403, { 'x-demo-role': 'lead' }],
      ['/api/v1/segments', 406, { accept: 'image/png' }],
    ];
    for (const [path, status, headers] of cases) {
      const answer = await service.get(path, { 'x-request-id': 'abc.1', ...headers });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        status,
        'application/problem+json',
      ]);
      const body = z.looseObject({}).parse(await answer.json());
      const declared = document.paths['/api/v1/fans']?.get?.responses[String(status)]?.headers;
      for (const name of Object.keys(declared ?? {})) expect(answer.headers.has(name)).toBe(true);
      const validate = ajv.getSchema('api#/components/schemas/Problem');
      expect(validate?.(body), ajv.errorsText(validate?.errors)).toBe(true);
      expect(body).toMatchObject({ status, request_id: 'abc.1' });
      expect(answer.headers.get('x-request-id')).toBe('abc.1');
    }
  });

  it('for a run that is started', async () => {
    const start = (key: string, day: string) =>
      service.app.request('/api/v1/runs', {
        method: 'POST',
        headers: {
          'x-demo-role': 'admin',
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify({ score_date: day }),
      });
    const [first, again] = await Promise.all([
      start('k1', '2025-02-28'),
      start('k1', '2025-02-28'),
    ]);
    expect([first.status, again.status]).toEqual([202, 202]);
    const declared = document.paths['/api/v1/runs']?.post?.responses['202']?.headers;
    expect(Object.keys(declared ?? {})).toEqual(['x-request-id', 'location']);
    expect(first.headers.get('location')).toMatch(/^\/api\/v1\/runs\/\w+$/);
    const body = z.looseObject({ run_id: z.string() }).parse(await first.json());
    const validate = ajv.getSchema(pointer('/api/v1/runs', 'post', [202, 'application/json']));
    expect(validate?.(body), ajv.errorsText(validate?.errors)).toBe(true);
    expect(await again.json()).toMatchObject({ run_id: body.run_id });
    expect((await start('k1', '2025-02-27')).status).toBe(409);
    await service.starter.stop();
  });
});

describe('pages', () => {
  it('to read name every path and run nothing', async () => {
    const answer = await service.get('/docs');
    const html = await answer.text();
    for (const path of Object.keys(document.paths)) expect(html).toContain(path);
    expect(html).not.toMatch(/<script|style=|https?:\/\//);
    // What holds everywhere is told once: how to sign in, and which errors there are.
    expect(html).toContain('<code>x-demo-role</code>');
    for (const code of ERROR_CODES) expect(html).toContain(`<code>${code}</code>`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await service.get('/docs/style.css')).headers.get('content-type')).toContain(
      'text/css',
    );
  });

  it('of the panels are served as built, framed by ours only, and nothing beside them', async () => {
    const page = await service.get('/preview');
    expect(page.headers.get('content-security-policy')).toMatch(
      /script-src 'self';.*frame-ancestors 'self'/,
    );
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const asset = await service.get('/extension/assets/panel-AB12CD34.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const outside = [
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      '.git/config',
      'assets/..%5cplain.js',
    ];
    for (const path of ['/extension/nothing', ...outside.map((each) => `/extension/${each}`)]) {
      expect((await service.get(path)).status, path).toBe(404);
    }
  });
});
