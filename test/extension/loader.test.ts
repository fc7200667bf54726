import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorKind } from '../../extension/api/api-error.ts';
import { createLoader } from '../../extension/models/loader.ts';
import { createManualTimers } from '../support/manual-timers.ts';

interface Pending {
  readonly subject: string;
  readonly signal: AbortSignal;
  readonly succeed: (data: string) => Promise<void>;
  readonly fail: (kind: ApiErrorKind, retryAfter?: number) => Promise<void>;
}

function setUp() {
  const timers = createManualTimers();
  const asked: Pending[] = [];
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const loader = createLoader<string, string>({
    keyOf: (subject) => subject,
    timers,
    load: (subject, signal) =>
      new Promise((resolve, reject) => {
        asked.push({
          subject,
          signal,
          succeed: (data) => {
            resolve(data);
            return settle();
          },
          fail: (kind, retryAfter) => {
            const trouble = { kind, detail: null, requestId: 'r', retryAfter: retryAfter ?? null };
            reject(new ApiError(trouble));
            return settle();
          },
        });
      }),
  });
  const question = (index: number): Pending => {
    const found = asked[index];
    if (found === undefined) throw new Error(`nobody asked a question ${index}`);
    return found;
  };
  return { loader, timers, asked, question };
}

describe('createLoader', () => {
  it('loads, then shows', async () => {
    const { loader, question } = setUp();
    expect(loader.state.value).toEqual({ kind: 'loading' });
    loader.show('a');
    await question(0).succeed('A');
    expect(loader.state.value).toMatchObject({ kind: 'ready', data: 'A', busy: false });
  });

  it('asks the same question once', () => {
    const { loader, asked } = setUp();
    loader.show('a');
    loader.show('a');
    expect(asked).toHaveLength(1);
  });

  it('never lets a slow old answer replace a newer one', async () => {
    const { loader, question } = setUp();
    loader.show('a');
    loader.show('b');
    expect(question(0).signal.aborted).toBe(true);
    await question(1).succeed('B');
    await question(0).succeed('A');
    expect(loader.state.value).toMatchObject({ kind: 'ready', data: 'B' });
  });

  it('keeps what it shows while the next answer is on its way', async () => {
    const { loader, question } = setUp();
    loader.show('a');
    await question(0).succeed('A');
    loader.show('b');
    expect(loader.state.value).toMatchObject({ kind: 'ready', data: 'A', busy: true });
  });

  it('shows no answer to another question when the right one does not come', async () => {
    const { loader, question } = setUp();
    loader.show('a');
    await question(0).succeed('A');
    loader.show('b');
    await question(1).fail('failed');
    expect(loader.state.value).toMatchObject({ kind: 'failed', trouble: { kind: 'failed' } });
  });

  it('keeps the last answer to the same question, and says what is wrong', async () => {
    const { loader, question } = setUp();
    loader.show('a');
    await question(0).succeed('A');
    loader.reload();
    await question(1).fail('too_slow');
    expect(loader.state.value).toMatchObject({
      kind: 'ready',
      data: 'A',
      busy: false,
      trouble: { kind: 'too_slow' },
    });
    loader.reload();
    await question(2).succeed('A2');
    expect(loader.state.value).toMatchObject({ data: 'A2', trouble: null });
  });

  it('tells an ended session from one that never was', async () => {
    const { loader, question } = setUp();
    loader.show('a');
    await question(0).fail('signed_out');
    expect(loader.state.value).toMatchObject({ kind: 'signed_out', expired: false });
    loader.reload();
    await question(1).succeed('A');
    loader.reload();
    await question(2).fail('signed_out');
    expect(loader.state.value).toMatchObject({ kind: 'signed_out', expired: true });
  });

  it('tries again by itself when the service says when', async () => {
    const { loader, timers, asked, question } = setUp();
    loader.show('a');
    await question(0).fail('busy', 30);
    timers.pass(29_999);
    expect(asked).toHaveLength(1);
    timers.pass(1);
    expect(asked).toHaveLength(2);
    expect(loader.state.value).toMatchObject({ kind: 'failed', busy: true });
  });

  it('does nothing more once stopped', async () => {
    const { loader, timers, asked, question } = setUp();
    loader.show('a');
    loader.stop();
    await question(0).succeed('A');
    timers.pass(1e6);
    expect(loader.state.value).toEqual({ kind: 'loading' });
    expect(asked).toHaveLength(1);
  });
});
