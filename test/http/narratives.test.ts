import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  churnFansSchema,
  fanListSchema,
  type Narrative,
  narrativeSchema,
} from '../../server/contract/index.ts';
import { DEPARTMENTS } from '../../server/domain/departments.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';
import { openSmall } from '../support/small-service.ts';
import { createTestService, type TestService } from '../support/test-service.ts';

let small: Awaited<ReturnType<typeof openSmall>>;
let service: TestService;
let id: string;

beforeAll(async () => {
  small = await openSmall();
  service = small.service();
  const page = fanListSchema.parse(await service.json('/api/v1/fans?limit=1'));
  id = page.items[0]?.wonder_id ?? '';
}, 60_000);
afterAll(() => small.deps.warehouse.close());

async function read(path: string, headers: Record<string, string> = {}): Promise<Narrative> {
  return narrativeSchema.parse(await service.json(`/api/v1/narratives/${path}`, headers));
}

/** Words and figures of a text, each figure with its fact. */
function figures({ sentences, facts }: Narrative) {
  return sentences
    .flatMap(({ segments }) => segments)
    .filter(({ fact_id }) => fact_id !== null)
    .map(({ text, fact_id }) => ({ text, fact: facts.find((fact) => fact.id === fact_id) }));
}

describe('the text about a department', () => {
  it.each(DEPARTMENTS)('of %s is whole, and every digit in it is a fact', async (department) => {
    const told = await read(department);
    expect(told).toMatchObject({ department, source: 'template', model: null, wonder_id: null });
    expect(told.sentences.length).toBeGreaterThanOrEqual(2);
    expect(told.sentences.length).toBeLessThanOrEqual(3);
    for (const { text, fact } of figures(told)) expect(fact?.text).toBe(text);
    const words = told.sentences
      .flatMap(({ segments }) => segments)
      .filter(({ fact_id }) => fact_id === null);
    expect(words.map(({ text }) => text).join(' ')).not.toMatch(/\d/);
    expect(told.text).toMatch(/^[A-Z0-9$].*\.$/);
    expect(told.text).not.toMatch(/undefined|null|NaN|no data/);
  });

  it('says what rose, what fell, and what to do', async () => {
    const { text, compared_with } = await read('athletics');
    expect(compared_with).toBe('2025-02-01');
    expect(text).toBe(
      'Fans at risk fell by 40 to 57 in 28 days, 3.3% of the total. Days attended fell by 93 to 1,015 in 28 days. Plan the next fan event around Football, where average engagement is lowest at 18.5.',
    );
  });

  it('compares groups by what one fan brings, and claims no contact', async () => {
    const { facts } = await read('finance');
    expect(facts.some(({ id }) => id === 'revenue.lowest')).toBe(false);
    expect(facts.some(({ id }) => id === 'revenue_per_fan.lowest')).toBe(true);
    expect((await read('executive')).text).toMatch(/Look at the [\d,]+ fans at risk first\.$/);
  });

  it('says nothing about change where there is no earlier run', async () => {
    const told = await read('executive?score_date=2025-02-01');
    expect(told.compared_with).toBeNull();
    expect(told.text).not.toMatch(/rose|fell|up |down|unchanged|0%|days/);
    expect(told.facts.every(({ direction }) => direction === null)).toBe(true);
    expect(told.text).toMatch(/^WonderScore averages [\d.]+ across [\d,]+ fans\. /);
  });

  it('writes its figures as the reader does', async () => {
    const told = await read('finance?locale=de-DE');
    const revenue = told.facts.find((fact) => fact.id === 'revenue');
    expect(revenue?.text).toMatch(/^73\.236\s\$$/);
    expect(told.facts.find(({ id }) => id === 'period')?.text).toBe('28 days');
    for (const { text, fact } of figures(told)) expect(fact?.text).toBe(text);
    expect((await service.get('/api/v1/narratives/finance?locale=not_a_tag')).status).toBe(422);
  });

  it('names no group that is too small to be shown', async () => {
    const strict = createTestService(small.deps, { minimumGroup: 400 });
    const told = narrativeSchema.parse(await strict.json('/api/v1/narratives/athletics'));
    const hidden = ['Soccer', 'Baseball'];
    for (const name of hidden) expect(JSON.stringify(told)).not.toContain(name);
    expect(told.facts.some((fact) => fact.id === 'at_risk_fans')).toBe(false);
  });
});

describe('the text about a fan', () => {
  it('stands on the scores and has no name', async () => {
    const told = await read(`fan/${id}`);
    expect(told).toMatchObject({ kind: 'fan', wonder_id: id, department: null });
    expect(told.why).toBe('Facts about one fan are never sent to a writing model');
    for (const { text, fact } of figures(told)) expect(fact?.text).toBe(text);
    expect(told.text).toMatch(
      /^A WonderScore of [\d.]+ puts this fan in the \w+ tier, in the (top [\d.]+%|lower half) of members/,
    );
  });

  it('advises only where the fan may be contacted, as the churn list says', async () => {
    const { items } = churnFansSchema.parse(await service.json('/api/v1/churn/fans?limit=16'));
    expect(new Set(items.map(({ contactable }) => contactable)).size).toBe(2);
    const texts: string[] = [];
    for (const { wonder_id, contactable, churn_risk_level } of items) {
      const { text } = await read(`fan/${wonder_id}`);
      texts.push(text);
      const advises = /Call|Invite|Offer|Ask /.test(text);
      if (!contactable) expect(advises, text).toBe(false);
      if (churn_risk_level !== 'high') continue;
      expect(text).toContain(
        contactable ? 'Call this fan soon.' : 'This fan may not be contacted.',
      );
    }
    expect(texts.join(' ')).toMatch(/There is nothing from the last ninety days about \w+/);
  });

  it('says nothing about change without an earlier score', async () => {
    const told = await read(`fan/${id}?score_date=2025-02-01`);
    expect(told.text).not.toMatch(/ up | down | unchanged|\d days/);
  });

  it('of an unknown fan is the same 404 as of one out of scope', async () => {
    const unknown = await service.get('/api/v1/narratives/fan/nobody');
    expect(unknown.status).toBe(404);
  });
});

describe('who may read it', () => {
  const lead = { 'x-demo-role': 'lead', 'x-demo-departments': 'finance' };
  const admin = { 'x-demo-role': 'admin' };

  it.each([
    ['executive', lead, 403],
    ['finance', lead, 200],
    ['athletics', lead, 403],
    ['executive', admin, 200],
    ['alumni', admin, 200],
    ['nothing', {}, 404],
    ['nothing', lead, 404],
    ['__proto__', {}, 404],
  ])('%s for %o: %i', async (department, headers, status) => {
    // The executive's answer is in the cache, and a lead of finance sees the same rows.
    await service.get('/api/v1/narratives/executive');
    expect((await service.get(`/api/v1/narratives/${department}`, headers)).status).toBe(status);
  });

  it('a fan: nobody who is an admin alone', async () => {
    expect((await service.get(`/api/v1/narratives/fan/${id}`, admin)).status).toBe(403);
  });
});

it('of few fans, or of one, is still a text', async () => {
  const tiny = await openScoredWarehouse({
    data: 'tiny',
    days: ['2025-03-01'],
    clock: { now: () => Date.parse('2025-03-02T08:00:00Z') },
  });
  try {
    const lonely = createTestService(tiny, { minimumGroup: 10 });
    for (const department of DEPARTMENTS) {
      const told = narrativeSchema.parse(await lonely.json(`/api/v1/narratives/${department}`));
      expect(told.text).not.toMatch(/undefined|NaN|no data|\$0\b/);
      expect(told.text).not.toBe('');
    }
    await tiny.warehouse.execute({ sql: 'delete from landing.dim_fan where fan_sk > 1' });
    const input = { scoreDate: '2025-03-02', trigger: 'cli', overrideReason: 'one fan' } as const;
    expect((await runScoring(tiny, input)).status).toBe('succeeded');
    const alone = createTestService(tiny, { minimumGroup: 10 });
    for (const department of ['executive', 'finance']) {
      expect(await alone.json(`/api/v1/narratives/${department}`)).toMatchObject({
        text: 'There is nothing to tell of so few fans.',
      });
    }
  } finally {
    await tiny.warehouse.close();
  }
});
