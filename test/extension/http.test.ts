import { describe, expect, it } from 'vitest';
import { ApiError } from '../../extension/api/api-error.ts';
import { getJson, type HttpDeps } from '../../extension/api/http.ts';
import { createDemoSession } from '../../extension/api/session.ts';

interface Answer {
  readonly n: number;
}

const isAnswer = (body: unknown): body is Answer =>
  typeof body === 'object' && body !== null && 'n' in body;

type Reply = () => Promise<Response>;

function problem(status: number, code: string, headers: Record<string, string> = {}): Reply {
  const body = { code, detail: 'A sentence.', request_id: 'theirs', status, title: '', type: '' };
  return () => Promise.resolve(Response.json(body, { status, headers }));
}

const fine: Reply = () => Promise.resolve(Response.json({ n: 1 }));
const broken: Reply = () => Promise.reject(new TypeError('failed to fetch'));

/** Answers calls in order, and lets time pass at once, noting how much. */
function setUp(...replies: readonly Reply[]) {
  const waits: number[] = [];
  const calls: RequestInit[] = [];
  const deps: HttpDeps = {
    session: createDemoSession(() => ({ role: 'lead', departments: ['alumni', 'finance'] })),
    newRequestId: () => 'ours',
    fetch: (_url, init) => {
      calls.push(init);
      return (replies[calls.length - 1] ?? broken)();
    },
    wait: (ms, signal) => {
      if (ms > 5000) return untilAborted(signal);
      waits.push(ms);
      return Promise.resolve();
    },
  };
  const ask = (signal = new AbortController().signal): Promise<Answer> =>
    getJson(deps, { url: '/x', isAnswer }, signal);
  return { ask, waits, calls, deps };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

async function troubleOf(asked: Promise<unknown>) {
  const error: unknown = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error.trouble;
  throw new Error('no ApiError came');
}

describe('getJson', () => {
  it('says who asks, and under which id', async () => {
    const { ask, calls } = setUp(fine);
    await expect(ask()).resolves.toEqual({ n: 1 });
    expect(calls[0]?.headers).toMatchObject({
      'x-request-id': 'ours',
      'x-demo-role': 'lead',
      'x-demo-departments': 'alumni,finance',
    });
  });

  it('waits as long as a busy service asks, then tries again', async () => {
    const { ask, waits } = setUp(
      problem(503, 'warehouse_unavailable', { 'retry-after': '2' }),
      fine,
    );
    await expect(ask()).resolves.toEqual({ n: 1 });
    expect(waits).toEqual([2000]);
  });

  it('does not stand still for a service that asks for long', async () => {
    const { ask, waits } = setUp(problem(503, 'warehouse_unavailable', { 'retry-after': '30' }));
    expect(await troubleOf(ask())).toEqual({
      kind: 'busy',
      detail: 'A sentence.',
      requestId: 'theirs',
      retryAfter: 30,
    });
    expect(waits).toEqual([]);
  });

  it('tries three times to reach the service, no more', async () => {
    const { ask, calls } = setUp();
    expect(await troubleOf(ask())).toMatchObject({ kind: 'unreachable', requestId: 'ours' });
    expect(calls).toHaveLength(3);
  });

  it.each([
    [400, 'invalid_value', 'refused'],
    [401, 'unauthenticated', 'signed_out'],
    [403, 'forbidden', 'forbidden'],
    [404, 'not_found', 'not_found'],
    [404, 'no_scores', 'no_scores'],
    [500, 'internal', 'failed'],
    [504, 'timed_out', 'too_slow'],
  ])('takes a %d %s for %s, and asks once', async (status, code, kind) => {
    const { ask, calls } = setUp(problem(status, code));
    expect(await troubleOf(ask())).toMatchObject({ kind });
    expect(calls).toHaveLength(1);
  });

  it('does not trust a body that is not ours', async () => {
    const html = (): Promise<Response> => Promise.resolve(new Response('<h1>Proxy</h1>'));
    expect(await troubleOf(setUp(html).ask())).toMatchObject({ kind: 'not_understood' });
    const other = (): Promise<Response> => Promise.resolve(Response.json({ hello: 1 }));
    expect(await troubleOf(setUp(other).ask())).toMatchObject({ kind: 'not_understood' });
    const gateway = (): Promise<Response> =>
      Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await troubleOf(setUp(gateway).ask())).toMatchObject({
      kind: 'failed',
      requestId: 'ours',
    });
  });

  it('gives up at its deadline', async () => {
    const { deps } = setUp();
    const slow: HttpDeps = {
      ...deps,
      fetch: (_url, { signal }) => (signal ? untilAborted(signal) : broken()),
      wait: () => Promise.resolve(),
    };
    const asked = getJson(slow, { url: '/x', isAnswer }, new AbortController().signal);
    expect(await troubleOf(asked)).toMatchObject({ kind: 'too_slow', requestId: 'ours' });
  });

  it('stops for a caller who no longer wants the answer, without calling that a failure', async () => {
    const { deps } = setUp();
    const hanging: HttpDeps = {
      ...deps,
      fetch: (_url, { signal }) => (signal ? untilAborted(signal) : broken()),
    };
    const caller = new AbortController();
    const asked = getJson(hanging, { url: '/x', isAnswer }, caller.signal);
    caller.abort(new Error('not any more'));
    await expect(asked).rejects.toThrow('not any more');
  });
});
