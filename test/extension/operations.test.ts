import { describe, expect, it } from 'vitest';
import type { ApiError } from '../../extension/api/api-error.ts';
import { followEvents } from '../../extension/api/event-stream.ts';
import type { HttpDeps } from '../../extension/api/http.ts';
import { postJson } from '../../extension/api/post.ts';
import { createDemoSession } from '../../extension/api/session.ts';
import { durationWords } from '../../extension/panels/operations/durations.ts';
import { headlineOf } from '../../extension/panels/operations/headline-words.ts';
import { modelWarning } from '../../extension/panels/operations/model-words.ts';
import { operationsFile } from '../../extension/panels/operations/operations-file.ts';
import { resultOf } from '../../extension/panels/operations/run-result.ts';
import { usedFirst } from '../../extension/panels/operations/used-first.ts';
import { modelName } from '../../extension/panels/shared/model-name.ts';
import { createFormat } from '../../extension/ui/format.ts';
import { modelList } from '../support/model-answers.ts';
import { operations } from '../support/operations-answers.ts';
import { run, runList, stagesUpTo } from '../support/run-answers.ts';

const format = createFormat({
  locale: 'en-US',
  today: new Date('2025-03-02T12:00:00Z'),
  timeZone: 'UTC',
});

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | null;
}

/** Answers one response after another and never waits. */
function httpOf(...responses: (() => Response)[]): { deps: HttpDeps; sent: Sent[] } {
  const sent: Sent[] = [];
  const deps: HttpDeps = {
    session: createDemoSession(() => ({ role: 'admin', departments: [] })),
    newRequestId: () => 'r-1',
    wait: (ms, signal) =>
      ms < 5000
        ? Promise.resolve()
        : new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    fetch: (url, init) => {
      const body = typeof init.body === 'string' ? init.body : null;
      sent.push({ url, headers: new Headers(init.headers), body });
      const next = responses.shift();
      return next === undefined
        ? Promise.reject(new TypeError('offline'))
        : Promise.resolve(next());
    },
  };
  return { deps, sent };
}

describe('events', () => {
  const stream = (text: string) => () =>
    new Response(
      new ReadableStream({
        start(controller) {
          // In pieces that end anywhere.
          for (const piece of text.match(/.{1,7}/gs) ?? []) {
            controller.enqueue(new TextEncoder().encode(piece));
          }
          controller.close();
        },
      }),
    );

  it('are read in any pieces, and go on after the last one where the stream breaks', async () => {
    const { deps, sent } = httpOf(
      stream('retry: 2000\n\n: still here\n\nid: a\nevent: run\ndata: {"n":1}\n\nid: b\nevent: ru'),
      stream(
        'id: c\nevent: run\ndata: {"n":2}\n\nevent: end\ndata: {}\n\nevent: run\ndata: late\n\n',
      ),
    );
    const told: string[] = [];
    const { signal } = new AbortController();
    await followEvents(deps, {
      url: '/x',
      signal,
      onEvent: (event, data) => told.push(event + data),
    });
    expect(told).toEqual(['run{"n":1}', 'run{"n":2}']);
    expect(sent.map(({ headers }) => headers.get('last-event-id'))).toEqual([null, 'a']);
    expect(sent[0]?.headers.get('x-demo-role')).toBe('admin');
  });

  it('end where they are refused, and are asked for again where the service is away', async () => {
    const { deps, sent } = httpOf(
      () => new Response(null, { status: 503 }),
      () => new Response(null, { status: 403 }),
    );
    const { signal } = new AbortController();
    await followEvents(deps, { url: '/x', signal, onEvent: () => undefined });
    expect(sent).toHaveLength(2);
  });
});

describe('an order', () => {
  const isAnswer = (body: unknown): body is object => typeof body === 'object' && body !== null;

  it('is sent once, with a key of its own', async () => {
    const { deps, sent } = httpOf(() => Response.json({ done: true }));
    await postJson(deps, { url: '/runs', body: { a: 1 }, isAnswer });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers.get('idempotency-key')).toBe('panel-r-1');
    expect(sent[0]?.body).toBe('{"a":1}');
  });

  it('says why it was not taken', async () => {
    const problem = { code: 'conflict', detail: 'One run at a time.', request_id: 'r-9' };
    const { deps } = httpOf(() => Response.json(problem, { status: 409 }));
    const error: unknown = await postJson(deps, { url: '/runs', body: {}, isAnswer }).catch(
      (thrown: ApiError) => thrown.trouble,
    );
    expect(error).toMatchObject({ kind: 'refused', detail: 'One run at a time.' });
    const offline = httpOf();
    await expect(
      postJson(offline.deps, { url: '/runs', body: {}, isAnswer }),
    ).rejects.toMatchObject({ trouble: { kind: 'unreachable' } });
  });
});

describe('words about runs', () => {
  const said = (items: readonly ReturnType<typeof run>[]) => {
    const data = { runs: items, operations: operations(), extracts: null, models: null };
    const { lead, rest } = headlineOf(data, format);
    return `${lead} ${rest}`.replaceAll('\u00A0', ' ').trim();
  };

  it('say what became of the last run that is over', () => {
    expect(said(runList().items)).toBe(
      'Run for Mar 1 succeeded. 48,216 fans scored in 11 min 42 s.',
    );
    expect(said([])).toBe('No run yet. Start one to publish scores.');
    expect(said([run({ status: 'failed', published: false, error: 'It broke.' })])).toBe(
      'Run for Mar 1 failed. It broke. Scores of Mar 1 stay published.',
    );
    expect(said([run({ stages: stagesUpTo('refresh', 'failed', 'One was not.') })])).toContain(
      'fans scored in 11 min 42 s. One was not.',
    );
  });

  it('tell a run whose extracts failed from one that failed', () => {
    expect(resultOf(run({ stages: stagesUpTo('refresh', 'failed') })).word).toBe('Extract failed');
    expect(resultOf(run({ published: false })).word).toBe('Replaced since');
    expect(resultOf(run({ status: 'cancelled' })).tone).toBe('quiet');
  });

  it('name a model by the last day it has seen, as its version does', () => {
    const seen = { data_cut_off: '2025-02-22', snapshot_date: '2024-11-24' };
    const names = modelList().items.map((model) => modelName({ ...model, ...seen }, format));
    expect(names[0]).toMatch(/^(Churn|Lifetime value) of Feb 22$/);
  });

  it('list a model that is in use before newer ones that are not', () => {
    const { items } = modelList();
    const earlier = items.map((model) => ({ ...model, published: !model.published }));
    expect(usedFirst(earlier).map(({ version }) => version)).toEqual(
      items.map(({ version }) => version).toReversed(),
    );
  });

  it('warn of the model in use whose predictions have shifted, and of no other', () => {
    const [used, kept] = modelList().items;
    if (used?.drift == null || kept === undefined) throw new Error('two models are needed');
    const drift = { ...used.drift, level: 'shifted' } as const;
    expect(modelWarning(used)).toBeNull();
    expect(modelWarning({ ...used, drift })).toBe(
      'Its predictions have shifted since its training. Days since the last engagement moved.',
    );
    expect(modelWarning({ ...kept, drift })).toBeNull();
  });

  it('write durations', () => {
    const times = [0, 800, 2960, 9990, 42_000, 120_000, 702_000];
    expect(times.map((ms) => durationWords(ms, format).replaceAll('\u00A0', ' '))).toEqual([
      '< 0.1 s',
      '0.8 s',
      '3.0 s',
      '10 s',
      '42 s',
      '2 min',
      '11 min 42 s',
    ]);
  });
});

describe('the file of runs', () => {
  it('has a row for each stage of each run, with the reason of the run', () => {
    const { name, text } = operationsFile(runList().items.slice(3, 4), '2025-03-01');
    const lines = text.trim().split('\r\n');
    expect(name).toBe('operations-2025-03-01.csv');
    expect(lines).toHaveLength(11);
    expect(lines[1]).toBe(
      '20250227_e5f6g7h8,2025-02-27,schedule,2025-02-28T08:00:00.000Z,2025-02-28T08:09:05.000Z,refused,no,21904,"21,904 fans, under 50% of the 48,102 of 2025-02-26.",load,succeeded,0,1,4.2,',
    );
    expect(lines.at(-1)).toMatch(/,refresh,pending,,0,,$/);
  });
});
