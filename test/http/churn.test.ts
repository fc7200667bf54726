import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ChurnFans,
  type ChurnSummary,
  churnFanAnswerSchema,
  churnFansSchema,
  churnPredictionsSchema,
  churnSummarySchema,
  historySchema,
  insightListSchema,
  ltvPredictionsSchema,
  modelListSchema,
  moversSchema,
  segmentListSchema,
} from '../../server/contract/index.ts';
import { WONDER_TIERS } from '../../server/domain/tiers.ts';
import { createQueryRunner } from '../../server/usecases/query-runner.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { goldenLapsed } from '../support/golden-lapsed.ts';
import { everyFanAtRisk, RULE_DAY, startJudgedService } from '../support/judged-service.ts';
import { createTestService, type TestService } from '../support/test-service.ts';
import { TRAINING_DAY } from '../support/trained-warehouse.ts';

const LEAD = { 'x-demo-role': 'lead', 'x-demo-departments': 'athletics' };
const ADMIN = { 'x-demo-role': 'admin' };

let deps: RunDeps;
let service: TestService;

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  service.app.request(`/api/v1/predictions/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const summary = async (headers = {}) =>
  churnSummarySchema.parse(await service.json('/api/v1/churn/summary', headers));
const fans = async (query = '', headers = {}) =>
  churnFansSchema.parse(await service.json(`/api/v1/churn/fans${query}`, headers));

beforeAll(async () => {
  ({ deps, service } = await startJudgedService());
}, 180_000);
afterAll(() => deps?.warehouse.close());

describe('GET /churn/fans', () => {
  it('lists the fans at risk by value at risk, in pages, each with reasons in words', async () => {
    const first = await fans('?limit=1');
    expect(first.sorted_by).toBe('value_at_risk');
    const all = await everyFanAtRisk(service, 130);
    expect(all).toHaveLength(first.total);
    expect(new Set(all.map(({ wonder_id: id }) => id)).size).toBe(first.total);
    const values = all.map(({ value_at_risk: value }) => value ?? Number.NaN);
    expect(values).toEqual([...values].sort((one, other) => other - one));
    for (const fan of all) {
      expect(fan.churn_risk).toBeGreaterThanOrEqual(70);
      expect(fan.value_at_risk).toBeCloseTo(
        (fan.churn_probability ?? 0) * (fan.predicted_ltv ?? 0),
        1,
      );
      expect(fan.reasons.length).toBeLessThanOrEqual(3);
      const points = fan.reasons.map((reason) => reason.points);
      expect(points).toEqual([...points].sort((one, other) => other - one));
      expect(points.every((each) => each > 0)).toBe(true);
    }
    expect(all.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(all[0]?.reasons.map(({ text }) => text).join()).toMatch(/[Ee]ngage|spend|score/);
  });

  it('takes a range of risk and filters, and refuses what is not one', async () => {
    const { items } = await fans('?min_risk=40&max_risk=69.99&sport=Basketball&limit=500');
    expect(items.length).toBeGreaterThan(0);
    for (const fan of items) {
      expect(fan.churn_risk_level).toBe('medium');
      expect(fan.primary_sport).toBe('Basketball');
    }
    for (const query of ['?min_risk=101', '?limit=0', '?cursor=x', '?sort=wonder_score'])
      expect((await service.get(`/api/v1/churn/fans${query}`)).status).toBe(422);
    const { next_cursor: next } = await fans('?limit=1');
    expect((await service.get(`/api/v1/churn/fans?min_risk=10&cursor=${next}`)).status).toBe(422);
  });

  it('leaves only those who may be written to, or only the others', async () => {
    const all = await everyFanAtRisk(service, 500);
    const ids = (listed: ChurnFans['items']) => listed.map(({ wonder_id: id }) => id);
    for (const contactable of [true, false]) {
      const { items, total } = await fans(`?contactable=${contactable}&limit=500`);
      expect(items.length).toBeGreaterThan(0);
      expect(total).toBe(items.length);
      expect(ids(items)).toEqual(ids(all.filter((fan) => fan.contactable === contactable)));
    }
    expect((await fans('?contactable=true')).total).toBe((await summary()).contactable.fans);
    const { next_cursor: next } = await fans('?contactable=true&limit=1');
    expect((await fans(`?contactable=true&limit=1&cursor=${next}`)).items).toHaveLength(1);
    for (const query of [`?cursor=${next}`, '?contactable=yes'])
      expect((await service.get(`/api/v1/churn/fans${query}`)).status).toBe(422);
  });

  it('names fans to a lead of their department only, where they consent', async () => {
    const seen = await fans('?limit=500&min_risk=0', LEAD);
    const everyone = await fans('?limit=500&min_risk=0');
    expect(seen.total).toBeLessThan(everyone.total);
    expect(seen.items.every((fan) => fan.primary_sport !== null)).toBe(true);
    expect(seen.items.some((fan) => fan.first_name !== null)).toBe(true);
    expect(seen.items.some((fan) => fan.first_name === null)).toBe(true);
    expect(everyone.items.every((fan) => fan.first_name === null)).toBe(true);
    expect((await service.get('/api/v1/churn/fans', ADMIN)).status).toBe(403);
  });
});

describe('GET /churn/fans/{wonder_id}', () => {
  it('has the reasons that the list has, for a fan at any risk', async () => {
    const one = async (id: string, headers = {}) =>
      churnFanAnswerSchema.parse(await service.json(`/api/v1/churn/fans/${id}`, headers));
    const { items } = await fans('?limit=500&min_risk=0');
    for (const listed of [items[0], items.at(-1)]) {
      const { meta, ...fan } = await one(listed?.wonder_id ?? '');
      expect(fan).toEqual(listed);
      expect(meta.score_date).toBe(TRAINING_DAY);
    }
    const outside = items.find((fan) => fan.primary_sport === null)?.wonder_id ?? '';
    for (const [id, headers] of [['nobody'], [outside, LEAD]] as const)
      expect((await service.get(`/api/v1/churn/fans/${id}`, headers)).status).toBe(404);
  });
});

describe('GET /churn/summary', () => {
  const barsOf = ({ histogram, histogram_bins }: ChurnSummary) =>
    [...histogram, ...histogram_bins].map(({ fans: count }) => count);

  it('adds up to its lists', async () => {
    const told = await summary();
    const list = await everyFanAtRisk(service, 500);
    expect(told.churn_source).toBe('model');
    expect(told.at_risk).toEqual({ fans: list.length, suppressed: false });
    const worth = list.reduce((sum, fan) => sum + (fan.value_at_risk ?? 0), 0);
    expect(told.value_at_risk.value).toBeCloseTo(worth, 1);
    expect(told.contactable.fans).toBe(list.filter((fan) => fan.contactable).length);
    const segments = segmentListSchema.parse(await service.json('/api/v1/segments'));
    expect(told.at_risk.fans).toBe(
      segments.items.find(({ segment }) => segment === 'at_risk')?.fans,
    );
    // The run before was judged by the rule: a change would compare two ways of judging.
    const change = (name: string) => segments.items.find(({ segment }) => segment === name)?.change;
    expect(change('at_risk')).toBeNull();
    expect(change('elite')).not.toBeNull();
    expect(told.histogram).toHaveLength(100);
    expect(told.histogram_bins).toHaveLength(20);
    const shown = told.histogram_bins.reduce((sum, { fans: count }) => sum + (count ?? 0), 0);
    const all = told.fans ?? Number.NaN;
    expect(shown).toBeLessThanOrEqual(all);
    expect(shown).toBeGreaterThan(all * 0.9);
  });

  describe('narrowed by filters', () => {
    const narrowed = async (on: TestService, query: string) =>
      churnSummarySchema.parse(await on.json(`/api/v1/churn/summary?${query}`));
    const sumOf = (values: readonly (number | null)[]) =>
      values.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);

    it('has parts that add up to the whole, and the figures of its list', async () => {
      const open = createTestService(deps, { minimumGroup: 1 });
      const whole = await narrowed(open, '');
      const parts = await Promise.all(WONDER_TIERS.map((tier) => narrowed(open, `tier=${tier}`)));
      const adds = (figure: (told: ChurnSummary) => number | null) =>
        expect(sumOf(parts.map(figure))).toBeCloseTo(figure(whole) ?? Number.NaN, 1);
      adds(({ fans: count }) => count);
      adds(({ at_risk }) => at_risk.fans);
      adds(({ elite_at_risk }) => elite_at_risk.fans);
      adds(({ contactable }) => contactable.fans);
      adds(({ value_at_risk }) => value_at_risk.value);
      for (const bar of barsOf(whole).keys()) adds((told) => barsOf(told)[bar] ?? null);
      const sport = await narrowed(open, 'sport=Football&loyalty_tier=Gold');
      const list = await fans('?sport=Football&loyalty_tier=Gold');
      expect(sport.at_risk.fans).toBe(list.total);
      expect(sport.fans).toBeLessThan(whole.fans ?? 0);
    });

    it('explains the fans of the group, and judges the model by all', async () => {
      const fresh = createTestService(deps);
      const [whole, football] = await Promise.all([
        narrowed(fresh, ''),
        narrowed(fresh, 'sport=Football'),
      ]);
      expect(fresh.weather.asked.filter(({ sql }) => sql.includes('seen_fans'))).toHaveLength(1);
      expect(football.drivers.length).toBeGreaterThan(0);
      expect(football.drivers.map(({ text }) => text)).not.toEqual(
        whole.drivers.map(({ text }) => text),
      );
      expect(football.model).toEqual(whole.model);
      expect(football.backward).toEqual(whole.backward);
    });

    it.each([10, 25, 60])('gives no group below %d away by subtraction', async (minimum) => {
      const careful = createTestService(deps, { minimumGroup: minimum });
      const open = createTestService(deps, { minimumGroup: 1 });
      const whole = await narrowed(open, '');
      for (const parts of [
        WONDER_TIERS.map((tier) => `tier=${tier}`),
        ['Football', 'Basketball', 'Baseball'].flatMap((sport) =>
          WONDER_TIERS.map((tier) => `sport=${sport}&tier=${tier}`),
        ),
      ]) {
        const [told, real] = await Promise.all(
          [careful, open].map((each) => Promise.all(parts.map((part) => narrowed(each, part)))),
        );
        for (const [at, { fans: group }] of (real ?? []).entries()) {
          const shown = told?.[at] ?? whole;
          for (const count of [shown.at_risk.fans, shown.contactable.fans, ...barsOf(shown)])
            expect(count === null || count === 0 || count >= minimum, parts[at]).toBe(true);
          expect(shown.fans === null || shown.fans === group).toBe(true);
        }
      }
      // Among the tiers, whose sum everybody knows, nobody is hidden alone.
      const tiers = await Promise.all(
        WONDER_TIERS.map((tier) => narrowed(careful, `tier=${tier}`)),
      );
      expect(tiers.filter(({ at_risk }) => at_risk.suppressed)).not.toHaveLength(1);
    });

    it('says of a group that is too small only that it is', async () => {
      const careful = createTestService(deps, { minimumGroup: 1000 });
      const told = await narrowed(careful, 'sport=Football');
      expect(told).toMatchObject({ fans: null, suppressed: true, drivers: [] });
      expect(told.at_risk).toEqual({ fans: null, suppressed: true });
      expect(barsOf(told).every((count) => count === null)).toBe(true);
    });

    it('knows groups of nobody, and refuses what is no filter', async () => {
      const nobody = await narrowed(service, 'sport=Curling');
      expect(nobody).toMatchObject({ fans: 0, suppressed: false, drivers: [] });
      expect(nobody.at_risk).toEqual({ fans: 0, suppressed: false });
      for (const query of ['?tier=Best', '?min_risk=70', '?sport='])
        expect((await service.get(`/api/v1/churn/summary${query}`)).status).toBe(422);
    });
  });

  it('says the same value at risk as the insight of the day', async () => {
    const { items } = insightListSchema.parse(
      await service.json('/api/v1/insights?department=executive'),
    );
    const prediction = items.find(({ insight_type: type }) => type === 'prediction');
    const worth = prediction?.evidence.facts.find(({ id }) => id === 'value_at_risk');
    expect(worth?.value).toBe((await summary()).value_at_risk.value);
  });

  it('has no history of days that were judged another way', async () => {
    const { items } = segmentListSchema.parse(await service.json('/api/v1/segments?days=90'));
    const daysOf = (name: string) =>
      items.find(({ segment }) => segment === name)?.history.map((day) => day.score_date);
    expect(daysOf('at_risk')).toEqual([TRAINING_DAY]);
    expect(daysOf('elite')?.length).toBeGreaterThan(1);
    const movers = async (segment: string) =>
      moversSchema.parse(await service.json(`/api/v1/segments/${segment}/movers`));
    expect((await movers('at_risk')).comparable).toBe(false);
    expect((await movers('elite')).comparable).toBe(true);
    const [fan] = (await fans('?limit=1')).items;
    const own = await service.json(`/api/v1/scores/${fan?.wonder_id}/history?days=120`);
    const sources = historySchema.parse(own).items.map(({ churn_source: source }) => source);
    expect(sources).toEqual(['rule', 'model']);
  });

  it('has no trend of fans at risk over days that were judged another way', async () => {
    const span = [RULE_DAY, TRAINING_DAY];
    const daysOf = async (day: string) => {
      const [run] = await deps.warehouse.query({
        sql: `select run_id from analytics.score_runs where published and score_date = cast(? as date)`,
        binds: [day],
      });
      const own = String(run?.run_id);
      const rows = await createQueryRunner(deps.warehouse, deps.project).rows('insight_figures', {
        binds: [...span, ...span, own, day, own],
      });
      const of = (metric: string) =>
        rows
          .filter((row) => row.department === 'executive' && row.metric === metric)
          .map((row) => row.score_date);
      return { atRisk: of('at_risk_fans'), elite: of('elite_fans') };
    };
    expect(await daysOf(TRAINING_DAY)).toEqual({
      atRisk: [TRAINING_DAY],
      elite: [RULE_DAY, TRAINING_DAY],
    });
    expect(await daysOf(RULE_DAY)).toEqual({ atRisk: [RULE_DAY], elite: [RULE_DAY] });
  });

  it('names drivers with the strongest first, and says how good the model is', async () => {
    const { drivers, model } = await summary();
    const points = drivers.map((driver) => driver.points);
    expect(points).toEqual([...points].sort((one, other) => other - one));
    expect(drivers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 2);
    expect(model?.text).toMatch(/^Of two fans, one who lapsed and one who stayed/);
    expect(model?.calibration).toHaveLength(10);
    expect(model?.data_cut_off).toBe(TRAINING_DAY);
    expect((await summary()).ltv_model).toMatch(/^ltv_20250301_/);
  });

  it('looks back: who was flagged 90 days ago and lapsed since', async () => {
    const { backward } = await summary();
    expect(backward).toMatchObject({ flagged_on: RULE_DAY, churn_source: 'rule', why: null });
    // The golden training table has the same day and its labels, from an independent implementation.
    const lapsed = new Set(goldenLapsed());
    const rows = await deps.warehouse.query({
      sql: `select e.wonder_id, e.churn_risk from analytics.mart_wonderscore_extended as e
        inner join analytics.score_runs as r on r.run_id = e.run_id and r.published
        where e.score_date = cast('${RULE_DAY}' as date)`,
    });
    const [flagged, others] = [70, 0].map((least) =>
      rows.filter((row) => Number(row.churn_risk) >= 70 === least > 0),
    );
    const lapsedAmong = (some: typeof rows = []) =>
      some.filter((row) => lapsed.has(String(row.wonder_id))).length;
    expect(backward.flagged).toBe(flagged?.length);
    expect(backward.lapsed).toBe(lapsedAmong(flagged));
    expect(backward.others_lapsed_share).toBeCloseTo(
      lapsedAmong(others) / (others?.length ?? 1),
      4,
    );
  });

  it('hides small groups', async () => {
    const careful = createTestService(deps, { minimumGroup: 1000 });
    const told = churnSummarySchema.parse(await careful.json('/api/v1/churn/summary'));
    expect(told.at_risk).toEqual({ fans: null, suppressed: true });
    expect(told.value_at_risk.value).toBeNull();
    expect(told.drivers).toEqual([]);
    expect(told.backward.flagged).toBeNull();
  });

  it('is for executives and leads', async () => {
    expect((await service.get('/api/v1/churn/summary', ADMIN)).status).toBe(403);
    const { fans: everybody } = await summary();
    expect((await summary(LEAD)).fans).toBeLessThan(everybody ?? Number.NaN);
  });
});

describe('POST /predictions', () => {
  it('answers in the order asked, each once, and lists who is unknown', async () => {
    const { items } = await fans('?limit=12&min_risk=0');
    const ids = items.map(({ wonder_id: id }) => id).reverse();
    const asked = [...ids, 'nobody', ids[0] ?? ''];
    const told = churnPredictionsSchema.parse(
      await (await post('churn', { wonder_ids: asked })).json(),
    );
    expect(told.items.map(({ wonder_id: id }) => id)).toEqual(ids);
    expect(told.unknown_ids).toEqual(['nobody']);
    expect(told.model_version).toMatch(/^churn_/);
    expect(told.items[0]?.churn_probability).toBe(items.at(-1)?.churn_probability);
    const ltv = ltvPredictionsSchema.parse(await (await post('ltv', { wonder_ids: asked })).json());
    expect(ltv.items.map(({ wonder_id: id }) => id)).toEqual(ids);
    expect(ltv.items[0]?.predicted_ltv).toBe(items.at(-1)?.predicted_ltv);
    expect(ltv.meta.score_date).toBe(TRAINING_DAY);
  });

  it('does not tell what is out of scope from what is not there', async () => {
    const { items } = await fans('?limit=500&min_risk=0');
    const outside = items.find((fan) => fan.primary_sport === null)?.wonder_id ?? '';
    const response = await post('churn', { wonder_ids: [outside, 'nobody'] }, LEAD);
    const told = churnPredictionsSchema.parse(await response.json());
    expect(told.items).toEqual([]);
    expect(told.unknown_ids).toEqual([outside, 'nobody']);
    expect((await post('ltv', { wonder_ids: ['x'] }, ADMIN)).status).toBe(403);
  });

  it('takes 1 to 1,000 ids', async () => {
    const many = Array.from({ length: 1001 }, (_, at) => `W${at}`);
    expect((await post('churn', { wonder_ids: many })).status).toBe(422);
    expect((await post('churn', { wonder_ids: many.slice(0, 1000) })).status).toBe(200);
    for (const body of [{}, { wonder_ids: [] }, { wonder_ids: [7] }, { wonder_ids: ['a'], x: 1 }])
      expect((await post('ltv', body)).status).toBe(422);
    const wrongType = await service.app.request('/api/v1/predictions/churn', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"wonder_ids":["a"]}',
    });
    expect(wrongType.status).toBe(415);
  });
});

describe('GET /models', () => {
  it('tells versions, figures, drift, which is in use, and why not', async () => {
    const sent = await service.json('/api/v1/models');
    expect(JSON.stringify(sent), 'more decimals than documented').not.toMatch(/\.\d{7}/);
    const list = modelListSchema.parse(sent);
    expect(list.items).toHaveLength(2);
    const churn = list.items.find(({ kind }) => kind === 'churn');
    const ltv = list.items.find(({ kind }) => kind === 'ltv');
    expect(list.published).toEqual({ churn: churn?.version, ltv: ltv?.version });
    expect(list.refusals).toEqual([]);
    expect(churn).toMatchObject({ published: true, can_publish: false, refused_because: null });
    expect(churn?.published_at).not.toBeNull();
    expect(churn?.importances.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 4);
    expect(churn?.drift?.features).toHaveLength(10);
    expect(churn?.drift?.score_date).toBe(TRAINING_DAY);
    expect(ltv?.refused_because).toMatch(/is not below/);
    expect(ltv?.metrics.mae).toBeGreaterThan(0);
    expect((await service.get('/api/v1/models', ADMIN)).status).toBe(200);
    expect((await service.get('/api/v1/models', LEAD)).status).toBe(403);
  });
});
