import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  modelListSchema,
  modelPublicationSchema,
  problemSchema,
} from '../../server/contract/index.ts';
import { trainBoosting } from '../../server/domain/trees/train-boosting.ts';
import { ModelRegistry } from '../../server/usecases/model-registry.ts';
import { inventRows } from '../domain/trees/invented-rows.ts';

import { createTestService, type TestService } from '../support/test-service.ts';
import { openTrainingWarehouse } from '../support/trained-warehouse.ts';

const ADMIN = { 'x-demo-role': 'admin' };

let service: TestService;
let close: () => Promise<void>;

const models = async () => modelListSchema.parse(await service.json('/api/v1/models'));
const inUse = async () => (await models()).published;
const post = (version: string, headers: Record<string, string> = {}, body?: string) =>
  service.app.request(`/api/v1/models/${version}/publish`, {
    method: 'POST',
    headers: { ...ADMIN, ...headers },
    ...(body === undefined ? {} : { body }),
  });
const publish = async (version: string, key?: string) => {
  const answer = await post(version, key === undefined ? {} : { 'idempotency-key': key });
  expect(answer.status).toBe(200);
  return modelPublicationSchema.parse(await answer.json());
};
const codeOf = async (answer: Response) => problemSchema.parse(await answer.json()).code;

const FIGURES = {
  rows: 500,
  held_out_rows: 100,
  class_balance: null,
  metrics: { auc: null, log_loss: null, brier: null, lift_at_10: null, mae: 90, r2: 0.2 },
  baselines: [],
  published_figure: null,
  calibration: [],
  importances: [],
  reference: { features: [], predictions: { name: 'predictions', edges: [], counts: [] } },
};

beforeAll(async () => {
  const deps = await openTrainingWarehouse('tiny');
  close = () => deps.warehouse.close();
  service = createTestService(deps);
  const registry = new ModelRegistry(deps);
  const { frame, labels } = inventRows(50);
  const options = { trees: 1, depth: 1, minRowsToSplit: 2, rate: 0.1, seed: 1 };
  const model = trainBoosting(frame, labels, { ...options, loss: 'squared' });
  for (const [version, kind, kept] of [
    ['ltv_old', 'ltv', true],
    ['ltv_new', 'ltv', true],
    ['ltv_forgotten', 'ltv', false],
    ['churn_only', 'churn', true],
  ] as const) {
    await registry.add({
      version,
      kind,
      runId: 'run_1',
      snapshotDate: '2024-03-01',
      dataCutOff: '2025-03-01',
      seed: 42,
      refusedBecause: 'Its mean error is not below that of a guess.',
      figures: FIGURES,
      model: kept ? model : null,
    });
  }
}, 60_000);
afterAll(() => close());

describe('POST /models/{version}/publish', () => {
  it('puts a model in use instead of the one that was, and goes back', async () => {
    expect(await publish('ltv_old')).toEqual({
      version: 'ltv_old',
      kind: 'ltv',
      published: true,
      replaced: null,
    });
    expect(await publish('ltv_new')).toMatchObject({ published: true, replaced: 'ltv_old' });
    expect(await inUse()).toEqual({ churn: null, ltv: 'ltv_new' });
    const { items } = await models();
    const told = (version: string) => items.find((item) => item.version === version);
    expect(told('ltv_new')).toMatchObject({ published: true, can_publish: false });
    expect(told('ltv_old')).toMatchObject({ published: false, can_publish: true });
    expect(told('ltv_old')?.published_at).not.toBeNull();
    expect(told('churn_only')).toMatchObject({ published_at: null, can_publish: true });
    expect(await publish('ltv_old')).toMatchObject({ replaced: 'ltv_new' });
    expect(await publish('churn_only')).toMatchObject({ kind: 'churn', replaced: null });
    expect(await inUse()).toEqual({ churn: 'churn_only', ltv: 'ltv_old' });
  });

  it('changes nothing where the model is in use already, or the key was answered before', async () => {
    await publish('ltv_old');
    expect(await publish('ltv_old')).toMatchObject({ published: true, replaced: null });
    const [first, twin] = await Promise.all([
      publish('ltv_new', 'swap-1'),
      publish('ltv_new', 'swap-1'),
    ]);
    expect([first.replaced, twin.replaced]).toEqual(['ltv_old', 'ltv_old']);
    await publish('ltv_old', 'swap-2');
    // A late repetition of the first request must not undo what was decided since.
    expect(await publish('ltv_new', 'swap-1')).toEqual({ ...first, published: false });
    expect((await inUse()).ltv).toBe('ltv_old');
    const other = await post('ltv_old', { 'idempotency-key': 'swap-1' });
    expect(other.status).toBe(409);
  });

  it('refuses what cannot be put in use, and leaves the one in use alone', async () => {
    const before = await inUse();
    const unknown = await post('ltv_none', { 'idempotency-key': 'again' });
    expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'not_found']);
    const forgotten = await post('ltv_forgotten', { 'idempotency-key': 'again' });
    expect([forgotten.status, await codeOf(forgotten)]).toEqual([409, 'conflict']);
    // Nothing came of either: the key is free.
    expect(await publish('ltv_old', 'again')).toMatchObject({ published: true });
    expect((await models()).items.find(({ version }) => version === 'ltv_forgotten')).toMatchObject(
      { can_publish: false },
    );
    expect(await inUse()).toEqual(before);
  });

  it('takes no body but an empty object', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await post('ltv_old', json, '{}')).status).toBe(200);
    expect((await post('ltv_old', json, '{"force":true}')).status).toBe(422);
    expect((await post('a'.repeat(200))).status).toBe(422);
  });

  it('is for admins, and leaves an audit line', async () => {
    for (const role of ['executive', 'lead']) {
      expect((await post('ltv_new', { 'x-demo-role': role })).status).toBe(403);
    }
    await publish('ltv_old');
    const audit = service.logged.filter(({ message }) => message === 'audit').at(-1);
    expect(audit?.fields).toMatchObject({
      method: 'post',
      path: '/api/v1/models/ltv_old/publish',
      status: 200,
    });
    expect((await inUse()).ltv).toBe('ltv_old');
  });
});
