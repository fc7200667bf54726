import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  runDetailSchema,
  runEventSchema,
  runListSchema,
  runRetrySchema,
} from '../../server/contract/index.ts';
import { WonderError } from '../../server/domain/errors.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { checksumOfRun } from '../support/checksum.ts';
import { type Fault, withFaults } from '../support/faulty-warehouse.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';
import { manualTime } from '../support/tableau-site.ts';
import { createTestService, type TestService } from '../support/test-service.ts';

const DAY = '2025-02-28';
const BEFORE = '2025-02-27';
const SCORES = /^insert into \S*mart_wonderscore_daily /;
const EXTENDED = /^insert into \S*mart_wonderscore_extended /;
const AWAY = 'The warehouse is away.';
const problemSchema = z.object({ code: z.string(), detail: z.string() });

let deps: RunDeps;
let service: TestService;
let fault: Fault;

beforeEach(async () => {
  fault = () => undefined;
  const clock = { now: () => Date.parse('2025-03-02T08:00:00Z') };
  deps = await openScoredWarehouse({ data: 'tiny', days: [BEFORE], clock });
  const warehouse = withFaults(deps.warehouse, (statement) => fault(statement));
  service = createTestService({ ...deps, warehouse });
});
afterEach(async () => {
  fault = () => undefined;
  await service.starter.stop();
  await deps.warehouse.close();
});

async function post(path: string, more: Readonly<Record<string, string>> = {}, body?: object) {
  const answer = await service.app.request(path, {
    method: 'POST',
    headers: {
      'x-demo-role': 'admin',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json: unknown = await answer.json();
  return { status: answer.status, json };
}

const start = async () =>
  runDetailSchema.parse((await post('/api/v1/runs', {}, { score_date: DAY })).json).run_id;
const read = async (runId: string) =>
  runDetailSchema.parse(await service.json(`/api/v1/runs/${runId}`));

async function untilOver(runId: string) {
  await expect
    .poll(async () => (await read(runId)).status, { timeout: 30_000 })
    .not.toBe('running');
  return await read(runId);
}

/** Statements with a text wait until they are let go; answers when the first one waits, and how to let go. */
function holding(text: RegExp) {
  let letGo: () => void = () => undefined;
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let reached: () => void = () => undefined;
  const isWaiting = new Promise<void>((resolve) => {
    reached = resolve;
  });
  fault = async ({ sql }) => {
    if (!text.test(sql)) return;
    reached();
    await free;
  };
  return { isWaiting, letGo };
}

const failingAt = (text: RegExp) => {
  fault = ({ sql }) => {
    if (text.test(sql)) throw new WonderError('warehouse_unavailable', { detail: AWAY });
  };
};

describe('a run that is called off', () => {
  it('is cancelled, publishes nothing, and may be called off again', async () => {
    const held = holding(SCORES);
    const runId = await start();
    await held.isWaiting;
    const cancelled = post(`/api/v1/runs/${runId}/cancel`);
    held.letGo();
    const { status, json } = await cancelled;
    expect(status).toBe(202);
    expect(runDetailSchema.parse(json)).toMatchObject({
      status: 'cancelled',
      published: false,
      error: 'Somebody cancelled it.',
    });
    expect((await post(`/api/v1/runs/${runId}/cancel`)).status).toBe(202);
  });

  it('by another process ends at its next stage', async () => {
    const warehouse = {
      ...withFaults(deps.warehouse, (each) => fault(each)),
      singleProcess: false,
    };
    service = createTestService({ ...deps, warehouse, instance: 'one' });
    const other = createTestService({ ...deps, warehouse, instance: 'two' });
    const held = holding(SCORES);
    const runId = await start();
    await held.isWaiting;
    await other.starter.cancel(runId);
    held.letGo();
    expect(await untilOver(runId)).toMatchObject({ status: 'cancelled', published: false });
  });

  it('must be in flight', async () => {
    const { items } = runListSchema.parse(await service.json('/api/v1/runs'));
    const over = await post(`/api/v1/runs/${items[0]?.run_id}/cancel`);
    expect(over.status).toBe(409);
    expect(problemSchema.parse(over.json).detail).toContain('are published');
    expect((await post('/api/v1/runs/nothing/cancel')).status).toBe(404);
  });

  it('is called off by an admin only', async () => {
    for (const path of ['/api/v1/runs/x/cancel', '/api/v1/runs/x/retry']) {
      expect((await post(path, { 'x-demo-role': 'executive' })).status).toBe(403);
      expect((await post(path, {}, { force: true })).status).toBe(422);
    }
    expect(service.logged.filter(({ message }) => message === 'audit')).not.toEqual([]);
  });
});

describe('a run that failed', () => {
  it('goes on where it failed and makes what an undisturbed run makes', async () => {
    failingAt(EXTENDED);
    const runId = await start();
    expect(await untilOver(runId)).toMatchObject({
      status: 'failed',
      stage: 'predict',
      error: AWAY,
    });
    fault = () => undefined;
    const { status, json } = await post(`/api/v1/runs/${runId}/retry`);
    expect(status).toBe(202);
    expect(runRetrySchema.parse(json)).toMatchObject({
      run_id: runId,
      resumed_from: 'predict',
      restarted_because: null,
    });
    const run = await untilOver(runId);
    expect(run).toMatchObject({ status: 'succeeded', published: true, fans: 8, error: null });
    const attempts = Object.fromEntries(run.stages.map(({ name, attempts }) => [name, attempts]));
    expect(attempts).toMatchObject({ load: 1, score: 1, extend: 1, predict: 2, publish: 1 });
    const other = await untilOver(await start());
    expect(await checksumOfRun(deps.warehouse, deps.project, runId)).toEqual(
      await checksumOfRun(deps.warehouse, deps.project, other.run_id),
    );
  });

  it('begins again where another run has cleared away what it had made, and says so', async () => {
    failingAt(EXTENDED);
    const runId = await start();
    await untilOver(runId);
    fault = () => undefined;
    expect((await untilOver(await start())).status).toBe('succeeded');
    const { json } = await post(`/api/v1/runs/${runId}/retry`);
    expect(runRetrySchema.parse(json)).toMatchObject({
      resumed_from: 'load',
      restarted_because: 'What its earlier stages had made is no longer there.',
    });
    expect(await untilOver(runId)).toMatchObject({ status: 'succeeded', published: true, fans: 8 });
  });

  it('is tried again once for one Idempotency-Key, which no other request may use', async () => {
    failingAt(EXTENDED);
    const runId = await start();
    await untilOver(runId);
    fault = () => undefined;
    const key = { 'idempotency-key': 'again' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => post(`/api/v1/runs/${runId}/retry`, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const run = await untilOver(runId);
    expect(run.stages.find(({ name }) => name === 'predict')?.attempts).toBe(2);
    const later = await post(`/api/v1/runs/${runId}/retry`, key);
    expect(later.status).toBe(202);
    const plan = { resumed_from: 'predict', restarted_because: null };
    for (const { json } of [...answers, later]) expect(json).toMatchObject(plan);
    expect((await post('/api/v1/runs/other/retry', key)).status).toBe(409);
  });

  it('is not tried again while it is in flight, nor once all of it has succeeded', async () => {
    const held = holding(SCORES);
    const runId = await start();
    await held.isWaiting;
    expect((await post(`/api/v1/runs/${runId}/retry`)).status).toBe(409);
    held.letGo();
    await untilOver(runId);
    expect((await post(`/api/v1/runs/${runId}/retry`)).status).toBe(409);
    expect((await post('/api/v1/runs/nothing/retry')).status).toBe(404);
  });
});

/** The events of a stream up to its end, the words of each by their field; `onTold` after every piece. */
async function eventsOf(
  response: Response,
  onTold: (text: string) => void = () => undefined,
): Promise<Record<string, string>[]> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
    text += piece.value;
    if (text.includes('event: run')) onTold(text);
  }
  return text
    .split('\n\n')
    .filter((block) => block.includes('event: '))
    .map((block) =>
      Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2))),
    );
}

describe('the events of a run', () => {
  it('tell its progress and end with it', async () => {
    const held = holding(SCORES);
    const runId = await start();
    await held.isWaiting;
    const response = await service.get(`/api/v1/runs/${runId}/events`, {
      accept: 'text/event-stream',
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = await eventsOf(response, held.letGo);
    expect(events.at(-1)).toMatchObject({ event: 'end' });
    const told = events
      .filter(({ event }) => event === 'run')
      .map(({ data = '' }) => runEventSchema.parse(JSON.parse(data)));
    expect(told[0]).toMatchObject({ run: { run_id: runId, status: 'running', stage: 'score' } });
    expect(told[0]?.progress).toMatchObject({ stage: 'score' });
    expect(told.at(-1)).toMatchObject({ run: { status: 'succeeded' }, progress: null });
  });

  it('say now and then that they are still there, where nothing happens for long', async () => {
    const { sleeper } = manualTime('2025-03-02T08:00:00Z');
    const warehouse = withFaults(deps.warehouse, (statement) => fault(statement));
    service = createTestService({ ...deps, warehouse }, { sleeper });
    const held = holding(SCORES);
    const runId = await start();
    await held.isWaiting;
    let beats = 0;
    const events = await eventsOf(await service.get(`/api/v1/runs/${runId}/events`), (text) => {
      beats = text.split('\n\n').filter((block) => block === ': still here').length;
      if (beats > 1) held.letGo();
    });
    expect(beats).toBeGreaterThan(1);
    expect(events.at(-1)).toMatchObject({ event: 'end' });
  });

  it('do not repeat what a client has seen', async () => {
    const runId = await start();
    await untilOver(runId);
    const path = `/api/v1/runs/${runId}/events`;
    const [first] = await eventsOf(await service.get(path));
    const again = await eventsOf(await service.get(path, { 'last-event-id': first?.id ?? '' }));
    expect(again.map(({ event }) => event)).toEqual(['end']);
  });

  it('go on where a client was cut off, as the run goes on', async () => {
    const held = holding(SCORES);
    const runId = await start();
    await held.isWaiting;
    const path = `/api/v1/runs/${runId}/events`;
    const cut = (await service.get(path)).body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!/^id: /m.test(text)) text += (await cut?.read())?.value ?? '';
    await cut?.cancel();
    const [, seen = ''] = /^id: (.+)$/m.exec(text) ?? [];
    const again = await service.get(path, { 'last-event-id': seen });
    held.letGo();
    const events = await eventsOf(again);
    expect(events.map(({ id }) => id)).not.toContain(seen);
    expect(events.at(-1)).toMatchObject({ event: 'end' });
    const last = runEventSchema.parse(JSON.parse(events.at(-2)?.data ?? ''));
    expect(last.run).toMatchObject({ run_id: runId, status: 'succeeded' });
  });

  it('are those of a run there is', async () => {
    expect((await service.get('/api/v1/runs/nothing/events')).status).toBe(404);
  });
});
