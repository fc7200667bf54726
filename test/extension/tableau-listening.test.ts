import { describe, expect, it, vi } from 'vitest';
import { createPatience } from '../../extension/host/tableau-host/patience.ts';
import { settle } from '../../extension/host/tableau-host/settle.ts';
import { createSummaryReader } from '../../extension/host/tableau-host/summary-reader.ts';
import { createWatcher } from '../../extension/host/tableau-host/watch.ts';

const page: Window = Object.assign(Object.create(null), { setTimeout, clearTimeout });
const BURST_MS = 1000;

/** A promise, and how to keep it. */
function promised<T>() {
  let keep = (_value: T | PromiseLike<T>): void => {};
  const promise = new Promise<T>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}

describe('a burst of events', () => {
  it('is read once, when it is over', async () => {
    vi.useFakeTimers();
    const fake: Window = Object.assign(Object.create(null), { setTimeout, clearTimeout });
    const read = vi.fn(async () => 1);
    const settled = settle(fake, { read, done: () => {} });
    for (let event = 0; event < 8; event += 1) settled.call();
    expect(read).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(BURST_MS);
    expect(read).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('is told by the newest of readings that overlap', async () => {
    const answers = [promised<string>(), promised<string>()];
    let asked = 0;
    const found: string[] = [];
    const settled = settle(page, {
      read: () => {
        asked += 1;
        return answers[asked - 1]?.promise ?? Promise.reject(new Error('asked too often'));
      },
      done: (what) => found.push(what),
    });
    const both = [settled.now(), settled.now()];
    answers[1]?.keep('new');
    answers[0]?.keep('old');
    await Promise.all(both);
    expect(found).toEqual(['new']);
  });
});

it('what a handler throws is reported, for the library swallows it', () => {
  const reported: unknown[] = [];
  const handlers: ((event: unknown) => void)[] = [];
  const watcher = createWatcher(
    Object.assign(Object.create(null), { TableauEventType: { SettingsChanged: 'settings' } }),
    { onChange: () => {}, report: (error) => reported.push(error) },
  );
  const source = Object.assign(Object.create(null), {
    addEventListener: (_name: string, handler: (event: unknown) => void) => {
      handlers.push(handler);
      return () => true;
    },
  });
  const wrong = new Error('a slip of ours');
  watcher.listen(source, 'SettingsChanged', () => {
    throw wrong;
  });
  for (const handler of handlers) handler({});
  expect(reported).toEqual([wrong]);
});

describe('rows of a worksheet', () => {
  /** A worksheet in pages; it takes note of what is opened and released. */
  function sheetOf(name: string, pages: readonly (readonly (number | undefined)[])[]) {
    const log: string[] = [];
    const table = (rows: readonly (number | undefined)[]) => ({
      columns: [{ fieldName: 'Other' }, { fieldName: '[Score]' }],
      data: rows.map((nativeValue) => nativeValue && [{ nativeValue: null }, { nativeValue }]),
    });
    const sheet = Object.assign(Object.create(null), {
      name,
      getSummaryDataReaderAsync: async () => {
        log.push('open');
        return {
          totalRowCount: pages.flat().length,
          pageCount: pages.length,
          getPageAsync: async (index: number) => {
            log.push(`page ${index}`);
            return table(pages[index] ?? []);
          },
          releaseAsync: async () => void log.push('release'),
        };
      },
    });
    return { sheet, log };
  }
  const reader = () => createSummaryReader(Object.create(null), createPatience(page));
  const question = { worksheet: 'Fans', columns: ['Score', 'Missing'], maxRows: 4 };

  it('are read page by page, as far as they are wanted, without the holes', async () => {
    const { sheet, log } = sheetOf('Fans', [[1, 2], [undefined, 3], [4, 5], [6]]);
    expect(await reader()(sheet, question)).toEqual({
      columns: ['Score'],
      rows: [[1], [2], [3], [4]],
      totalRows: 7,
    });
    expect(log).toEqual(['open', 'page 0', 'page 1', 'page 2', 'release']);
  });

  it('are none of an empty worksheet, which no page is asked of', async () => {
    const { sheet, log } = sheetOf('Fans', []);
    expect(await reader()(sheet, question)).toEqual({ columns: [], rows: [], totalRows: 0 });
    expect(log).toEqual(['open', 'release']);
  });

  it('are read of one worksheet after the other, also after one that refused', async () => {
    const { sheet, log } = sheetOf('Fans', [[1]]);
    const gate = promised<never>();
    const refusing = Object.assign(Object.create(null), {
      name: 'Slow',
      getSummaryDataReaderAsync: () => gate.promise,
    });
    const read = reader();
    const first = read(refusing, question).catch(({ code }) => code);
    const second = read(sheet, question);
    await Promise.resolve();
    expect(log).toEqual([]);
    gate.keep(Promise.reject(new Error('refused')));
    expect(await first).toBe('refused');
    expect((await second).rows).toEqual([[1]]);
  });
});
