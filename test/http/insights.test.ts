import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  fanListSchema,
  type InsightItem,
  insightFeedbackAnswerSchema,
  insightListSchema,
  problemSchema,
} from '../../server/contract/index.ts';
import { DEPARTMENTS } from '../../server/domain/departments.ts';
import { INSIGHT_PRIORITIES } from '../../server/domain/insights/insight-names.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';
import { createTestService, type TestService } from '../support/test-service.ts';

let deps: RunDeps;
let service: TestService;
beforeAll(async () => {
  const clock = { now: () => Date.parse('2025-03-03T08:00:00Z') };
  deps = await openScoredWarehouse({ data: 'small', days: ['2025-03-01'], clock });
  service = createTestService(deps);
}, 180_000);
afterAll(() => deps?.warehouse.close());

const lead = (departments: string) => ({
  'x-demo-role': 'lead',
  'x-demo-departments': departments,
});

const list = async (query = '', headers = {}) =>
  insightListSchema.parse(await service.json(`/api/v1/insights${query}`, headers));

interface Post {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function judge(id: string, { headers = {}, body = { verdict: 'known' } }: Post = {}) {
  return await service.app.request(`/api/v1/insights/${id}/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = problemSchema.parse(await answer.json());
  return { status: answer.status, code: problem.code };
}

async function someInsight(query = ''): Promise<InsightItem> {
  const [first] = (await list(query)).items;
  if (first === undefined) throw new Error('nothing is said');
  return first;
}

describe('the insights of a department', () => {
  it('are its own, the most urgent first, each with evidence of the run', async () => {
    for (const department of DEPARTMENTS) {
      const { items, total, meta } = await list(`?department=${department}`);
      expect(items.length, department).toBeGreaterThan(0);
      expect(total).toBe(items.length);
      expect(items.every((item) => item.department === department)).toBe(true);
      expect(items.every(({ evidence }) => evidence.run_id === meta.run_id)).toBe(true);
      const ranks = items.map(({ priority }) => INSIGHT_PRIORITIES.indexOf(priority));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });

  it('are those of the asker where none is named', async () => {
    expect((await list()).department).toBe('executive');
    expect((await list('', lead('alumni,finance'))).department).toBe('alumni');
    expect((await list('?department=finance', lead('alumni,finance'))).department).toBe('finance');
  });

  it('are refused to leads of others, and of departments that do not exist', async () => {
    const other = await service.get('/api/v1/insights?department=marketing', lead('alumni'));
    expect(await problemOf(other)).toEqual({ status: 403, code: 'forbidden' });
    const unknown = await service.get('/api/v1/insights?department=sales');
    expect(await problemOf(unknown)).toEqual({ status: 422, code: 'invalid_value' });
    const limited = await service.get('/api/v1/insights?limit=3');
    expect(await problemOf(limited)).toEqual({ status: 422, code: 'invalid_value' });
  });

  it('lead to the fans they are about: as many are listed as are told of', async () => {
    const narrow: string[] = [];
    for (const department of DEPARTMENTS) {
      for (const { title, fans, insight_type, evidence } of (
        await list(`?department=${department}`)
      ).items) {
        const { fans_path: path } = evidence;
        if (path === null) {
          expect(['prediction', 'recommendation'], title).not.toContain(insight_type);
          continue;
        }
        const listed = fanListSchema.parse(await service.json(`${path}&limit=1`));
        expect(listed.total, `${department}: ${title}: ${path}`).toBe(fans);
        if (path.includes('segments/')) narrow.push(path);
      }
    }
    expect(narrow.join()).toMatch(/contactable=true/);
    const marketing = '/api/v1/fans?department=marketing';
    expect((await service.get(marketing, lead('alumni'))).status).toBe(403);
    expect((await service.get(marketing, lead('alumni,marketing'))).status).toBe(200);
  });

  it('have lists for each of their choices', async () => {
    const total = async (query: string) =>
      fanListSchema.parse(await service.json(`/api/v1/fans?limit=1${query}`)).total;
    const all = await total('');
    for (const choice of ['bought', 'hosted', 'contactable']) {
      const [yes, no] = [await total(`&${choice}=true`), await total(`&${choice}=false`)];
      expect(yes, choice).toBeGreaterThan(0);
      expect(no, choice).toBeGreaterThan(0);
      expect(yes + no, choice).toBe(all);
    }
    const levels = ['high', 'medium', 'low'].map((level) => total(`&churn_risk_level=${level}`));
    expect((await Promise.all(levels)).reduce((sum, each) => sum + each, 0)).toBe(all);
  });

  it('stand on the next day: listed with the day they were said, after the news of their priority', async () => {
    const before = await list('?score_date=2025-03-01');
    expect(before.items.every(({ is_new }) => is_new)).toBe(true);
    await runScoring(deps, { scoreDate: '2025-03-02', trigger: 'cli' });
    const next = createTestService(deps);
    const { items } = insightListSchema.parse(await next.json('/api/v1/insights'));
    const standing = items.filter(({ is_new }) => !is_new);
    expect(standing.length).toBeGreaterThan(0);
    expect(standing.every(({ insight_date }) => insight_date === '2025-03-01')).toBe(true);
    const places = items.map(({ priority, insight_date }) => [
      INSIGHT_PRIORITIES.indexOf(priority),
      -Date.parse(insight_date),
    ]);
    expect(places).toEqual(places.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));

    const dismissed = standing[0]?.insight_id ?? '';
    const given = await next.app.request(`/api/v1/insights/${dismissed}/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ verdict: 'known' }),
    });
    expect(given.status).toBe(201);
    const left = insightListSchema.parse(await next.json('/api/v1/insights'));
    expect(left.items.map(({ insight_id }) => insight_id)).not.toContain(dismissed);
    expect(left.total).toBe(items.length - 1);
    await runScoring(deps, { scoreDate: '2025-03-02', trigger: 'cli' });
    const after = insightListSchema.parse(await createTestService(deps).json('/api/v1/insights'));
    expect(after.items.map(({ insight_id }) => insight_id)).not.toContain(dismissed);
  });

  it('write their figures in the locale asked for, texts and facts alike', async () => {
    // Feedback that another service took is not in this one's memory of answers.
    const fresh = createTestService(deps);
    const written = async (query: string) =>
      insightListSchema.parse(await fresh.json(`/api/v1/insights${query}`));
    const [english, german] = [await written(''), await written('?locale=de-DE')];
    expect(german.items.map(({ insight_id }) => insight_id)).toEqual(
      english.items.map(({ insight_id }) => insight_id),
    );
    expect((await written('?locale=en-US')).items).toEqual(english.items);
    for (const { title, description, evidence } of german.items) {
      const texts = evidence.facts.map(({ text }) => text).sort((a, b) => b.length - a.length);
      const rest = texts.reduce(
        (text, each) => text.replaceAll(each, ''),
        `${title} ${description}`,
      );
      expect(rest.replace(/\w+day, \w+ \d+, \d{4}/, ''), description).not.toMatch(/\d/);
    }
    const money = german.items
      .flatMap(({ evidence }) => evidence.facts)
      .filter(({ unit }) => unit === 'money');
    expect(money.length).toBeGreaterThan(0);
    for (const { text } of money) expect(text).toMatch(/^[\d.,]+\s.*\$$/);
    const unknown = await service.get('/api/v1/insights?locale=x!');
    expect((await problemOf(unknown)).status).toBe(422);
  });

  it('of groups below the minimum are not shown, also where it was raised since', async () => {
    const strict = createTestService(deps, { minimumGroup: 100 });
    const shown = insightListSchema.parse(await strict.json('/api/v1/insights'));
    const all = await list();
    expect(shown.items.length).toBeLessThan(all.items.length);
  });

  it('of a day without scores are none, and of a day to come are refused', async () => {
    const before = await service.get('/api/v1/insights?score_date=2025-01-01');
    expect((await problemOf(before)).code).toBe('no_scores');
    const later = await service.get('/api/v1/insights?score_date=2030-01-01');
    expect((await problemOf(later)).code).toBe('invalid_value');
  });
});

describe('feedback', () => {
  it('that something is known takes it off the list at once; useful brings it back', async () => {
    const insight = await someInsight();
    const headers = { 'idempotency-key': 'once' };
    const body = { verdict: 'known', reason: 'Rivalry week' };
    const first = await judge(insight.insight_id, { headers, body });
    expect(first.status).toBe(201);
    const kept = insightFeedbackAnswerSchema.parse(await first.json());
    expect(kept).toMatchObject({ insight_id: insight.insight_id, ...body });
    const ids = async () => (await list()).items.map((item) => item.insight_id);
    expect(await ids()).not.toContain(insight.insight_id);

    const again = await judge(insight.insight_id, { headers, body });
    expect(insightFeedbackAnswerSchema.parse(await again.json())).toEqual(kept);
    const otherwise = await judge(insight.insight_id, { headers, body: { verdict: 'useful' } });
    expect(await problemOf(otherwise)).toEqual({ status: 409, code: 'conflict' });

    await judge(insight.insight_id, { body: { verdict: 'useful' } });
    expect(await ids()).toContain(insight.insight_id);
  });

  it('with one key sent many times at once is kept once', async () => {
    const { insight_id } = await someInsight();
    const headers = { 'idempotency-key': 'burst' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => judge(insight_id, { headers, body: { verdict: 'useful' } })),
    );
    const schema = z.object({ feedback_id: z.string() });
    const ids = await Promise.all(answers.map(async (each) => schema.parse(await each.json())));
    expect(new Set(ids.map(({ feedback_id }) => feedback_id)).size).toBe(1);
  });

  it('on what is unknown, or of another department, is the same refusal', async () => {
    const { insight_id } = await someInsight('?department=finance');
    const foreign = await judge(insight_id, { headers: lead('alumni') });
    const unknown = await judge('ins_20250301_0000000000000000', { headers: lead('alumni') });
    expect(await problemOf(foreign)).toEqual({ status: 404, code: 'not_found' });
    expect(await problemOf(unknown)).toEqual({ status: 404, code: 'not_found' });
    expect((await judge(insight_id, { headers: lead('finance') })).status).toBe(201);
  });

  it('is refused where it is none, and nothing is kept', async () => {
    const { insight_id } = await someInsight();
    const wrong: readonly [Post, number][] = [
      [{ body: {} }, 422],
      [{ body: { verdict: 'wrong', reason: 'x'.repeat(501) } }, 422],
      [{ body: { verdict: 'wrong', reason: 'two\u0000lines' } }, 422],
      [{ body: '{' }, 400],
      [{ body: { verdict: 'wrong', reason: 'x'.repeat(300_000) } }, 413],
      [{ headers: { 'content-type': 'text/plain' } }, 415],
      [{ headers: { 'idempotency-key': ' ' } }, 422],
    ];
    for (const [post, status] of wrong) {
      const answer = await judge(insight_id, post);
      expect((await problemOf(answer)).status, JSON.stringify(post).slice(0, 80)).toBe(status);
    }
    const get = await service.get(`/api/v1/insights/${insight_id}/feedback`);
    expect(get.status).toBe(405);
    expect(get.headers.get('allow')).toContain('POST');
    const ids = (await list()).items.map((item) => item.insight_id);
    expect(ids).toContain(insight_id);
  });

  it('leaves an audit line with who gave it', () => {
    const lines = service.logged.filter(({ message }) => message === 'audit');
    expect(lines.some(({ fields }) => String(fields?.path).endsWith('/feedback'))).toBe(true);
  });
});
