import { expect, it } from 'vitest';
import { WonderError } from '../../server/domain/errors.ts';
import { reportFailure } from '../../server/entry/cli/report-failure.ts';

function report(error: unknown) {
  const notes: string[] = [];
  const terminal = {
    interactive: false,
    print: () => undefined,
    status: () => undefined,
    note: (text: string) => void notes.push(text),
  };
  return { code: reportFailure(terminal, error), notes };
}

it('says what went wrong, and of which field', () => {
  const error = new WonderError('invalid_value', {
    detail: 'That is no day.',
    problems: [{ field: 'from', message: 'is no day', allowed: 'YYYY-MM-DD' }],
  });
  expect(report(error)).toEqual({
    code: 1,
    notes: ['That is no day.', '  from is no day (allowed: YYYY-MM-DD)'],
  });
});

it('tells an operator what the engine said', () => {
  const cause = new Error('IO Error: it is not a valid database file!\nand more');
  const error = new WonderError('warehouse_unavailable', { detail: 'It cannot be opened.', cause });
  expect(report(error).notes).toEqual([
    'It cannot be opened.',
    '  IO Error: it is not a valid database file!',
  ]);
});

it('ends as interrupted where somebody called it off, whatever was under way', () => {
  const cancelled = new WonderError('cancelled', { detail: 'The statement was cancelled.' });
  expect(report(cancelled).code).toBe(130);
  const aborted = new DOMException('This operation was aborted', 'AbortError');
  expect(report(aborted)).toEqual({ code: 130, notes: [] });
});

it('owns up to what nobody foresaw', () => {
  expect(report(new TypeError('x is undefined'))).toMatchObject({
    code: 1,
    notes: ['This should not have happened: x is undefined', 'LOG_LEVEL=debug shows where.'],
  });
});
