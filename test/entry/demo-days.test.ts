import { expect, it } from 'vitest';
import { demoDays, demoModels, describeDemoDays } from '../../server/entry/cli/demo-days.ts';

const AS_OF = '2025-03-01';

it('looks back 90 days where the history is a full one', () => {
  expect(demoDays(AS_OF, 2)).toEqual(['2025-02-28', AS_OF]);
  const days = demoDays(AS_OF, 60);
  expect(days).toHaveLength(61);
  expect(days.slice(0, 2)).toEqual(['2024-12-01', '2025-01-01']);
  expect(demoDays(AS_OF, 120)).toHaveLength(120);
});

it('trains at both ends, and predicts where days are compared', () => {
  const days = demoDays(AS_OF, 60);
  const trained = days.filter((day) => demoModels(AS_OF, day).train === 'always');
  expect(trained).toEqual(['2024-12-01', AS_OF]);
  const predicted = days.filter((day) => demoModels(AS_OF, day).predict);
  expect(predicted).toEqual(['2024-12-01', '2025-02-01', '2025-02-28', AS_OF]);
});

it('tells the day to look back at apart from the history', () => {
  const words = (history: number) => describeDemoDays(demoDays(AS_OF, history));
  expect(words(60)).toBe('60 days up to 2025-03-01, and 2024-12-01 to look back at');
  expect(words(22)).toBe('22 days up to 2025-03-01');
  expect(words(1)).toBe('2025-03-01');
  expect(describeDemoDays(['2024-12-01', AS_OF])).toBe(
    '1 day up to 2025-03-01, and 2024-12-01 to look back at',
  );
});
