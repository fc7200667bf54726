import { expect, it } from 'vitest';
import { createFanChoice } from '../../extension/models/fan-choice.ts';
import { createManualTimers } from '../support/manual-timers.ts';

it('a bound set beyond the other lets the other go', () => {
  const choice = createFanChoice(createManualTimers());
  choice.narrowBy({ min_score: 40 });
  choice.narrowBy({ max_score: 60 });
  expect(choice.parameters.value).toMatchObject({ min_score: 40, max_score: 60 });
  choice.narrowBy({ min_score: 80 });
  expect(choice.narrowing.value).toMatchObject({ min_score: 80, max_score: null });
  choice.narrowBy({ max_score: 30, sport: 'Football' });
  expect(choice.narrowing.value).toMatchObject({ min_score: null, max_score: 30 });
  expect(choice.narrowed.value).toBe(2);
});
