import { describe, expect, it } from 'vitest';
import { cohortRings } from '../../extension/models/cohort-rings.ts';
import { cohort } from '../support/cohort-answer.ts';

describe('cohortRings', () => {
  it('shows averages with their number of fans', () => {
    const data = cohortRings(cohort(), { sport: 'Football' });
    expect(data).toMatchObject({
      kind: 'rings',
      subject: { mode: 'cohort', filters: { sport: 'Football' } },
      fans: 48_216,
      score: 58.31,
      tier: null,
      change: { since: '2025-02-01', days: 28, score: 0.4 },
    });
  });

  it('says that nobody is left', () => {
    const empty = cohortRings(cohort({ fans: 0, wonder_score: null }), { sport: 'Bowling' });
    expect(empty).toMatchObject({ kind: 'none', reason: 'no_match' });
  });

  it('says that too few are left', () => {
    const few = cohortRings(cohort({ fans: null, suppressed: true, wonder_score: null }), {});
    expect(few).toMatchObject({ kind: 'none', reason: 'too_few', minimum: 10 });
  });

  it('has a gap in its history where the group was too small to show', () => {
    const data = cohortRings(
      cohort({
        change: null,
        history: [
          { score_date: '2025-02-27', wonder_score: 58, fans: 12 },
          { score_date: '2025-02-28', wonder_score: null, fans: null },
          { score_date: '2025-03-01', wonder_score: 59, fans: 12 },
        ],
      }),
      {},
    );
    expect(data.kind === 'rings' && data.trend.map((day) => day.value)).toEqual([58, 59]);
  });
});
