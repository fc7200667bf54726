import { describe, expect, it } from 'vitest';
import { fanRings } from '../../extension/models/fan-rings.ts';
import { history, historyItem } from '../support/history-answers.ts';
import { profile, scoreRecord } from '../support/panel-answers.ts';

const past = historyItem('2025-02-01', {
  wonder_score: 72.17,
  engagement_score: 75.22,
  advocacy_score: 59.1,
});

describe('fanRings', () => {
  it('shows the scores as they are, and each change against 28 days before', () => {
    const data = fanRings({
      record: scoreRecord(),
      history: history([past, historyItem('2025-03-01')]),
      profile: profile(),
    });
    expect(data.name).toBe('Jordan Avery');
    expect(data.change).toMatchObject({ since: '2025-02-01', days: 28 });
    expect(data.change?.score).toBeCloseTo(2.1);
    expect(data.rings.map((ring) => [ring.score, ring.value])).toEqual([
      ['engagement', 78.42],
      ['loyalty', 76.1],
      ['value', 71.35],
      ['sentiment', 70.5],
      ['advocacy', 58.2],
    ]);
    expect(data.rings[0]?.change).toBeCloseTo(3.2);
    expect(data.rings[4]?.change).toBeCloseTo(-0.9);
  });

  it('says which scores are defaults', () => {
    const record = scoreRecord({ has_sentiment: false, coverage: 0.9 });
    const { rings, coverage } = fanRings({ record, history: null, profile: null });
    expect(rings.filter((ring) => !ring.ownData).map((ring) => ring.score)).toEqual(['sentiment']);
    expect(coverage).toBe(0.9);
  });

  it('tells a missing score from a zero', () => {
    const { strip } = fanRings({ record: scoreRecord(), history: null, profile: null });
    expect(strip.hospitality.value).toBeNull();
    expect(strip.efficiency.value).toBe(0);
  });

  it('stands without a past and without a name', () => {
    const data = fanRings({
      record: scoreRecord(),
      history: null,
      profile: profile({ first_name: null, last_name: null }),
    });
    expect(data).toMatchObject({ name: null, change: null, trend: [] });
    expect(data.rings.every((ring) => ring.change === null)).toBe(true);
  });

  it('shows no past that is newer than the score beside it', () => {
    const newer = history([historyItem('2025-03-01'), historyItem('2025-03-02')]);
    const data = fanRings({ record: scoreRecord(), history: newer, profile: null });
    expect(data.trend.map((day) => day.date)).toEqual(['2025-03-01']);
  });
});
